package dev.tenure.application.memory;

import dev.tenure.application.contract.KeptAnswersContract;

class InMemoryKeptAnswersTest extends InMemoryPorts implements KeptAnswersContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.KeptAnswersContract;

class JooqKeptAnswersIT extends JooqPorts implements KeptAnswersContract {}

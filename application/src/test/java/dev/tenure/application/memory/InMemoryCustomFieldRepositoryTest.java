package dev.tenure.application.memory;

import dev.tenure.application.contract.CustomFieldRepositoryContract;

class InMemoryCustomFieldRepositoryTest extends InMemoryPorts implements CustomFieldRepositoryContract {}

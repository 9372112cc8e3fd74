package dev.tenure.application.memory;

import dev.tenure.application.contract.ApiKeyRepositoryContract;

class InMemoryApiKeyRepositoryTest extends InMemoryPorts implements ApiKeyRepositoryContract {}

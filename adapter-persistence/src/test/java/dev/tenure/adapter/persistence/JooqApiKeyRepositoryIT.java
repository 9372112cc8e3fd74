package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.ApiKeyRepositoryContract;

class JooqApiKeyRepositoryIT extends JooqPorts implements ApiKeyRepositoryContract {}

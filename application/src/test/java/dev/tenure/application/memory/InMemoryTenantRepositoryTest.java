package dev.tenure.application.memory;

import dev.tenure.application.contract.TenantRepositoryContract;

class InMemoryTenantRepositoryTest extends InMemoryPorts implements TenantRepositoryContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.TenantRepositoryContract;

class JooqTenantRepositoryIT extends JooqPorts implements TenantRepositoryContract {}

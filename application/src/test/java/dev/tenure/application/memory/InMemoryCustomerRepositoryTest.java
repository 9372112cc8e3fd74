package dev.tenure.application.memory;

import dev.tenure.application.contract.CustomerRepositoryContract;

class InMemoryCustomerRepositoryTest extends InMemoryPorts implements CustomerRepositoryContract {}

package dev.tenure.application.memory;

import dev.tenure.application.contract.OrderRepositoryContract;

class InMemoryOrderRepositoryTest extends InMemoryPorts implements OrderRepositoryContract {}

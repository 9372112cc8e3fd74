package dev.tenure.application.memory;

import dev.tenure.application.contract.OrderFiltersContract;

class InMemoryOrderFiltersTest extends InMemoryPorts implements OrderFiltersContract {}

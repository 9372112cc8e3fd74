package dev.tenure.application.memory;

import dev.tenure.application.contract.OrderQueriesContract;

class InMemoryOrderQueriesTest extends InMemoryPorts implements OrderQueriesContract {}

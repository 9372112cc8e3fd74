package dev.tenure.application.memory;

import dev.tenure.application.contract.CustomerQueriesContract;

class InMemoryCustomerQueriesTest extends InMemoryPorts implements CustomerQueriesContract {}

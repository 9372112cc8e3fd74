package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.OrderQueriesContract;

class JooqOrderQueriesIT extends JooqPorts implements OrderQueriesContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.CustomerQueriesContract;

class JooqCustomerQueriesIT extends JooqPorts implements CustomerQueriesContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.CustomerRepositoryContract;

class JooqCustomerRepositoryIT extends JooqPorts implements CustomerRepositoryContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.OrderFiltersContract;

class JooqOrderFiltersIT extends JooqPorts implements OrderFiltersContract {}

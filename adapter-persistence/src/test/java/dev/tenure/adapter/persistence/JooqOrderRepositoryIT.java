package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.OrderRepositoryContract;

class JooqOrderRepositoryIT extends JooqPorts implements OrderRepositoryContract {}

package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.ProductRepositoryContract;

class JooqProductRepositoryIT extends JooqPorts implements ProductRepositoryContract {}

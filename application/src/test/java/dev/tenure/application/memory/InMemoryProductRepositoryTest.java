package dev.tenure.application.memory;

import dev.tenure.application.contract.ProductRepositoryContract;

class InMemoryProductRepositoryTest extends InMemoryPorts implements ProductRepositoryContract {}

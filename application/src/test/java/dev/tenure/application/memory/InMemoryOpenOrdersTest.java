package dev.tenure.application.memory;

import dev.tenure.application.contract.OpenOrdersContract;

class InMemoryOpenOrdersTest extends InMemoryPorts implements OpenOrdersContract {}

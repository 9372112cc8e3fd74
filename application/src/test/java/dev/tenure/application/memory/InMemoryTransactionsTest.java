package dev.tenure.application.memory;

import dev.tenure.application.contract.TransactionsContract;

class InMemoryTransactionsTest extends InMemoryPorts implements TransactionsContract {}

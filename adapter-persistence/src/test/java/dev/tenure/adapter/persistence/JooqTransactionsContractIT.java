package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.TransactionsContract;

class JooqTransactionsContractIT extends JooqPorts implements TransactionsContract {}

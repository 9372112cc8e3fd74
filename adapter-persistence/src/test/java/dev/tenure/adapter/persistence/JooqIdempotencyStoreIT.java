package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.IdempotencyStoreContract;

class JooqIdempotencyStoreIT extends JooqPorts implements IdempotencyStoreContract {}

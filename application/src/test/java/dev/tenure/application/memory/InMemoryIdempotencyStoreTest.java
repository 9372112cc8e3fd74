package dev.tenure.application.memory;

import dev.tenure.application.contract.IdempotencyStoreContract;

class InMemoryIdempotencyStoreTest extends InMemoryPorts implements IdempotencyStoreContract {}

package dev.tenure.application.memory;

import dev.tenure.application.contract.SubscriptionRepositoryContract;

class InMemorySubscriptionRepositoryTest extends InMemoryPorts implements SubscriptionRepositoryContract {}

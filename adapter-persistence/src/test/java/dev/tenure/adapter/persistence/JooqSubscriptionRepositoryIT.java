package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.SubscriptionRepositoryContract;

class JooqSubscriptionRepositoryIT extends JooqPorts implements SubscriptionRepositoryContract {}

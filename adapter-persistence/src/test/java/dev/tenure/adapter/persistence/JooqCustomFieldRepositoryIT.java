package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.CustomFieldRepositoryContract;

class JooqCustomFieldRepositoryIT extends JooqPorts implements CustomFieldRepositoryContract {}

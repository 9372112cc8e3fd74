package dev.tenure.adapter.persistence;

import dev.tenure.application.contract.AssetRepositoryContract;

class JooqAssetRepositoryIT extends JooqPorts implements AssetRepositoryContract {}

package dev.tenure.application.memory;

import dev.tenure.application.contract.AssetRepositoryContract;

class InMemoryAssetRepositoryTest extends InMemoryPorts implements AssetRepositoryContract {}

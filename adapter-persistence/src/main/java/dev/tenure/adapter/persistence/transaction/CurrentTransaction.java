package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.StatementPipeline;
import dev.tenure.domain.shared.TenantId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a thread.
 *
 * @param tenant null for a transaction of the installation
 * @param facts that are true in it, and permanently after its commit
 */
record CurrentTransaction(@Nullable TenantId tenant, StatementPipeline pipeline, Set<Object> facts) {

    CurrentTransaction(@Nullable TenantId tenant, StatementPipeline pipeline) {
        this(tenant, pipeline, new HashSet<>());
    }
}

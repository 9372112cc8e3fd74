package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.StatementPipeline;
import dev.tenure.domain.shared.TenantId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a thread.
 *
 * @param tenant null for one of the installation
 * @param facts that are true in it, and for ever once it is committed
 */
record CurrentTransaction(@Nullable TenantId tenant, StatementPipeline pipeline, Set<Object> facts) {

    CurrentTransaction(@Nullable TenantId tenant, StatementPipeline pipeline) {
        this(tenant, pipeline, new HashSet<>());
    }
}

package dev.tenure.application.shared;

import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** On whose behalf a use case runs: the tenant it may touch, who asked, and the request it belongs to. */
public record Caller(TenantId tenant, Actor actor, @Nullable String requestId) {

    /** The stamp that a change made now carries. */
    public Stamp stamp(Clock clock) {
        return stamp(clock.instant());
    }

    /** The stamp of a change at this time. */
    public Stamp stamp(Instant at) {
        return new Stamp(at, actor, requestId);
    }
}

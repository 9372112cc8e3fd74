package dev.tenure.application.shared;

import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a use case runs: the tenant, the actor, the permissions and the request.
 *
 * @param permissions the scopes of a key; all of them for the operator at the terminal
 */
public record Caller(
        TenantId tenant,
        Actor actor,
        Set<Permission> permissions,
        @Nullable String requestId) {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /**
     * Each use case calls this with the permission of its in-port, before anything else.
     *
     * @throws NotPermitted {@code INSUFFICIENT_PERMISSIONS}
     */
    public void require(Permission needed) {
        if (!permissions.contains(needed)) {
            throw new NotPermitted(needed);
        }
    }

    /** As {@link #require}, if one of several is enough. */
    public void requireAnyOf(Set<Permission> enough) {
        if (Collections.disjoint(permissions, enough)) {
            throw new NotPermitted(Collections.min(enough));
        }
    }

    /** The stamp of a change made now. */
    public Stamp stamp(Clock clock) {
        return stamp(clock.instant());
    }

    /** The stamp of a change at this time. */
    public Stamp stamp(Instant at) {
        return new Stamp(at, actor, requestId);
    }
}

package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.tenant.Tenant;

/** Reads the tenant that the caller works for, with its settings. */
@NeedsNoPermission("every caller of a tenant sees its currency and its time zone in responses")
@FunctionalInterface
public interface FindOwnTenant {

    /** @throws NotFound when the tenant does not exist any more */
    Tenant own(Caller caller);
}

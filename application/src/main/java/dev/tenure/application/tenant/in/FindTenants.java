package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.Tenant;
import java.util.List;

/** Reads tenants. */
@OperatorOnly
public interface FindTenants {

    /** All tenants, by id. */
    List<Tenant> all();

    /** @throws NotFound when there is no such tenant */
    Tenant one(String tenantId);
}

package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.ApiKey;
import java.util.List;

/** Lists a tenant's API keys, without their secrets. */
@OperatorOnly
@FunctionalInterface
public interface FindApiKeys {

    /**
     * Every key of the tenant, oldest first, revoked ones too.
     *
     * @throws NotFound when there is no such tenant
     */
    List<ApiKey> ofTenant(String tenantId);
}

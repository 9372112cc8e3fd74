package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.domain.tenant.ApiKey;
import java.util.Optional;

/** Finds out whose key a request carries. */
@NeedsNoPermission("it finds out who calls")
@FunctionalInterface
public interface AuthenticateKey {

    /** The key that was presented; nothing when it is malformed, unknown, wrong, expired or revoked. */
    Optional<ApiKey> authenticate(String presented);
}

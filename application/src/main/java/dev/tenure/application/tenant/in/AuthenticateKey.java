package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.domain.tenant.ApiKey;
import java.util.Optional;

/** Authenticates the key of a request. */
@NeedsNoPermission("it finds out who calls")
@FunctionalInterface
public interface AuthenticateKey {

    /** The key that was presented; empty if it is malformed, unknown, wrong, expired or revoked. */
    Optional<ApiKey> authenticate(String presented);
}

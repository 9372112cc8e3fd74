package dev.tenure.application.tenant.keys;

import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Clock;
import java.util.Optional;

/** Authenticates the key of a request. */
public final class AuthenticateKeyService implements AuthenticateKey {

    private final ApiKeyLookup lookup;
    private final Clock clock;

    public AuthenticateKeyService(ApiKeyLookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    @Override
    public Optional<ApiKey> authenticate(String presented) {
        return KeyText.parse(presented).flatMap(text -> lookup.find(text.id())
                .filter(key -> text.hasHash(key.secretHash()))
                .filter(key -> key.isUsableAt(clock.instant())));
    }
}

package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.tenant.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out on whose behalf a request runs. */
final class Authentication {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([\\x21-\\x7e]+) *");

    private final AuthenticateKey keys;

    Authentication(AuthenticateKey keys) {
        this.keys = keys;
    }

    /**
     * @throws RequestRefused {@code AUTH_REQUIRED} when there is not exactly one header of the form
     *     {@code Bearer <key>}
     */
    static String presentedKey(List<String> authorizationHeaders) {
        if (authorizationHeaders.size() == 1) {
            Matcher bearer = BEARER.matcher(authorizationHeaders.get(0));
            if (bearer.matches()) {
                return bearer.group(1);
            }
        }
        throw new RequestRefused(
                HttpError.AUTH_REQUIRED,
                "an Authorization header of the form Bearer <key> is needed",
                Map.of("WWW-Authenticate", "Bearer"));
    }

    /** @throws RequestRefused {@code INVALID_TOKEN} */
    ApiKey key(String presentedKey) {
        return keys.authenticate(presentedKey)
                .orElseThrow(() -> new RequestRefused(
                        HttpError.INVALID_TOKEN,
                        "the key is unknown, revoked or expired",
                        Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }

    /** @throws RequestRefused {@code NO_TENANT_ACCESS} */
    static Caller caller(ApiKey key, @Nullable String tenant, String requestId) {
        if (!key.tenantId().value().equals(tenant)) {
            throw new RequestRefused(
                    HttpError.NO_TENANT_ACCESS,
                    tenant == null
                            ? "a Tenant-ID header is needed"
                            : "the key is not for the tenant that the Tenant-ID header names");
        }
        return new Caller(key.tenantId(), Actor.apiKey(key.id()), key.scopes(), requestId);
    }
}

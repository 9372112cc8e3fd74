package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.shared.Permission;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationTest {

    private final Api api = Api.running();

    @BeforeAll
    void another_tenant() {
        api.tenure().useCases().tenants().create().create(new CreateTenantCommand("other", "Other", "USD"));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void without_a_key_nothing_is_answered() {
        Reply reply = api.send(HttpRequest.newBuilder(api.uri("/v1/orders"))
                .header("Tenant-ID", "demo")
                .build());

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("AUTH_REQUIRED");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Bearer a b", "tnr_live_1_2", "Bearertnr_live_1_2"
            })
    void a_malformed_header_counts_as_none(String header) {
        Reply reply = api.get("/v1/orders", "Authorization", header);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("AUTH_REQUIRED");
    }

    @Test
    void two_authorization_headers_count_as_none() throws Exception {
        String answer = Wire.exchange(
                api,
                "GET /v1/orders HTTP/1.1\r\n" + Wire.headers(api)
                        + "Authorization: Bearer x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 401 ").contains("AUTH_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "tnr_live_000001_00000000000000000000000000000000",
                "tnr_live_unknown_00000000000000000000000000000001",
                "tnr_live_../../etc_passwd"
            })
    void an_unknown_key_is_refused(String key) {
        Reply reply = api.get("/v1/orders", "Authorization", "Bearer " + key);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("INVALID_TOKEN");
        assertThat(reply.header("WWW-Authenticate")).contains("invalid_token");
    }

    @Test
    void the_scheme_may_be_written_in_any_case() {
        assertThat(api.get("/v1/orders", "Authorization", "bearer " + api.key()).status())
                .isEqualTo(200);
    }

    @Test
    void a_revoked_key_is_refused() {
        var created = api.tenure()
                .useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand("demo", "k", Permission.ALL, null));
        api.tenure().useCases().tenants().revokeApiKey().revoke(created.apiKey().id());

        assertThat(api.get("/v1/orders", "Authorization", "Bearer " + created.key())
                        .code())
                .isEqualTo("INVALID_TOKEN");
    }

    @Test
    void an_expired_key_is_refused() {
        Instant soon = api.tenure().clock().instant().plusSeconds(60);
        String key = api.tenure()
                .useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand("demo", "k", Permission.ALL, soon))
                .key();
        assertThat(api.get("/v1/orders", "Authorization", "Bearer " + key).status())
                .isEqualTo(200);

        api.tenure().clock().advance(Duration.ofMinutes(2));

        assertThat(api.get("/v1/orders", "Authorization", "Bearer " + key).code())
                .isEqualTo("INVALID_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "unknown", "DEMO", "demo,other"})
    void a_key_opens_no_other_tenant(String tenant) {
        Reply reply = api.get("/v1/orders", "Tenant-ID", tenant);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("NO_TENANT_ACCESS");
    }

    @Test
    void a_tenant_must_be_named() {
        Reply reply = api.send(HttpRequest.newBuilder(api.uri("/v1/orders"))
                .header("Authorization", "Bearer " + api.key())
                .build());

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("NO_TENANT_ACCESS");
    }

    @Test
    void an_order_of_another_tenant_is_not_there() {
        String id = api.placedOrder();
        String othersKey = api.key("other", Permission.ALL);

        Reply reply = api.get("/v1/orders/" + id, "Authorization", "Bearer " + othersKey, "Tenant-ID", "other");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.code()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/orders,ORDERS_READ",
        "GET,/v1/orders/ord_1,ORDERS_READ",
        "POST,/v1/orders,ORDERS_WRITE",
        "POST,/v1/orders/ord_1/confirm,ORDERS_WRITE",
        "POST,/v1/orders/ord_1/cancel,ORDERS_WRITE",
        "GET,/v1/subscriptions,SUBSCRIPTIONS_READ",
        "GET,/v1/subscriptions/sub_1,SUBSCRIPTIONS_READ",
        "POST,/v1/subscriptions,SUBSCRIPTIONS_WRITE",
        "GET,/v1/products,PRODUCTS_READ",
        "POST,/v1/products/csv,PRODUCTS_WRITE"
    })
    void an_operation_needs_exactly_its_own_scope(String method, String path, Permission scope) {
        Set<Permission> allOthers = EnumSet.complementOf(EnumSet.of(scope));

        Reply refused = api.send(method, path, body(method), "Authorization", "Bearer " + api.key("demo", allOthers));
        Reply allowed =
                api.send(method, path, body(method), "Authorization", "Bearer " + api.key("demo", Set.of(scope)));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("INSUFFICIENT_PERMISSIONS");
        assertThat(refused.text()).contains(scope.label());
        assertThat(allowed.status()).isIn(200, 400, 404, 415);
    }

    @Test
    void whoever_made_a_change_is_named_by_his_key() {
        String key = api.key("demo", Permission.ALL);

        Reply reply = api.post("/v1/orders", Api.MINIMAL_ORDER, "Authorization", "Bearer " + key);

        String keyId = key.split("_", -1)[2];
        assertThat(reply.json().at("/order/createdBy").asText()).isEqualTo("apikey:" + keyId);
    }

    @Test
    void health_needs_no_key() {
        assertThat(api.send(HttpRequest.newBuilder(api.uri("/health/live")).build())
                        .status())
                .isEqualTo(200);
    }

    private static byte @org.jspecify.annotations.Nullable [] body(String method) {
        return method.equals("POST") ? new byte[] {'{', '}'} : null;
    }
}

package dev.tenure.application.tenant.keys;

import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.tenant.in.CreateApiKey.Created;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyServiceTest {

    private static final Instant START = Instant.parse(InMemoryTenure.START);

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();

    @Test
    void a_new_key_is_shown_once_and_kept_without_its_secret() {
        Created created = create("Web shop", null, Permission.ORDERS_READ, Permission.ORDERS_WRITE);

        ApiKey key = created.apiKey();
        assertThat(created.key()).isEqualTo("tnr_live_000001_00000000000000000000000000000001");
        assertThat(key.id()).isEqualTo("000001");
        assertThat(key.tenantId()).isEqualTo(InMemoryTenure.DEMO);
        assertThat(key.name()).isEqualTo("Web shop");
        assertThat(key.scopes()).containsExactlyInAnyOrder(Permission.ORDERS_READ, Permission.ORDERS_WRITE);
        assertThat(key.createdAt()).isEqualTo(START);
        assertThat(key.expiresAt()).isNull();
        assertThat(key.revokedAt()).isNull();
        assertThat(key.secretHash()).matches("[0-9a-f]{64}");
        assertThat(key.toString()).doesNotContain("00000000000000000000000000000001");
    }

    @Test
    void the_key_that_was_shown_opens() {
        Created created = create("Web shop", null, Permission.ORDERS_READ);

        assertThat(authenticate(created.key())).contains(created.apiKey());
    }

    @Test
    void one_keys_secret_does_not_open_another() {
        Created first = create("First", null, Permission.ORDERS_READ);
        Created second = create("Second", null, Permission.ORDERS_READ);

        assertThat(authenticate(first.key().replace("_000001_", "_000002_"))).isEmpty();
        assertThat(authenticate(first.key().replace("_000001_", "_000003_"))).isEmpty();
        assertThat(authenticate(second.key())).contains(second.apiKey());
    }

    @Test
    void whatever_is_wrong_about_a_key_it_does_not_open() {
        String key = create("Web shop", null, Permission.ORDERS_READ).key();

        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(authenticate(key.substring(0, i) + other + key.substring(i + 1)))
                    .isEmpty();
        }
        assertThat(authenticate(key.substring(0, key.length() - 1))).isEmpty();
        assertThat(authenticate(key + "0")).isEmpty();
        assertThat(authenticate(" " + key)).isEmpty();
        assertThat(authenticate(key + "\n")).isEmpty();
        assertThat(authenticate(key.toUpperCase(Locale.ROOT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tnr_live_",
                "tnr_live_000001",
                "tnr_live__",
                "tnr_live_000001_",
                "tnr_test_000001_00000000000000000000000000000001",
                "Bearer tnr_live_000001_00000000000000000000000000000001",
                "tnr_live_000001_00000000000000000000000000000001\0",
                "tnr_live_' or true --_00000000000000000000000000000001"
            })
    void a_malformed_key_does_not_open(String presented) {
        create("Web shop", null, Permission.ORDERS_READ);

        assertThat(authenticate(presented)).isEmpty();
    }

    @Test
    void a_very_long_key_does_not_open() {
        assertThat(authenticate("tnr_live_" + "a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void a_key_that_has_expired_already_is_not_made() {
        assertThat(brokenFields(() -> create("Web shop", START, Permission.ORDERS_READ)))
                .containsExactly("expiresAt invalid");
    }

    @Test
    void a_key_opens_until_it_expires() {
        Created created = create("Temporary", START.plusSeconds(60), Permission.ORDERS_READ);

        tenure.clock().advance(Duration.ofMillis(59_999));
        assertThat(authenticate(created.key())).isPresent();
        tenure.clock().advance(Duration.ofMillis(1));
        assertThat(authenticate(created.key())).isEmpty();
    }

    @Test
    void an_end_is_kept_to_the_millisecond() {
        Created created = create("Temporary", START.plusNanos(1_999_999), Permission.ORDERS_READ);

        assertThat(created.apiKey().expiresAt()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void a_revoked_key_does_not_open_and_can_be_revoked_again_safely() {
        Created created = create("Web shop", null, Permission.ORDERS_READ);
        tenure.clock().advance(Duration.ofMinutes(1));

        ApiKey revoked = tenure.useCases()
                .tenants()
                .revokeApiKey()
                .revoke(created.apiKey().id());
        tenure.clock().advance(Duration.ofMinutes(1));
        ApiKey again = tenure.useCases()
                .tenants()
                .revokeApiKey()
                .revoke(created.apiKey().id());

        assertThat(revoked.revokedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(again).isEqualTo(revoked);
        assertThat(authenticate(created.key())).isEmpty();
        assertThat(tenure.useCases().tenants().findApiKeys().ofTenant("demo")).containsExactly(revoked);
    }

    @Test
    void the_keys_of_a_tenant_are_listed_oldest_first() {
        assertThat(tenure.useCases().tenants().create().create(new CreateTenantCommand("other", null, "EUR")))
                .isNotNull();
        ApiKey first = create("First", null, Permission.ORDERS_READ).apiKey();
        tenure.clock().advance(Duration.ofMinutes(1));
        ApiKey second = create("Second", null, Permission.ORDERS_READ).apiKey();

        assertThat(tenure.useCases().tenants().findApiKeys().ofTenant("demo")).containsExactly(first, second);
        assertThat(tenure.useCases().tenants().findApiKeys().ofTenant("other")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a b", "\0"})
    void what_is_not_there_is_not_found(String id) {
        assertThat(code(() -> tenure.useCases().tenants().findApiKeys().ofTenant(id)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases().tenants().revokeApiKey().revoke(id)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases().tenants().limitApiKey().limit(id, 1)))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .tenants()
                        .createApiKey()
                        .create(new CreateApiKeyCommand(id, "Web shop", Permission.ALL, null))))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    @Test
    void all_that_is_unusable_about_a_new_key_is_named_at_once() {
        assertThat(brokenFields(() -> tenure.useCases()
                        .tenants()
                        .createApiKey()
                        .create(new CreateApiKeyCommand(" ", "n".repeat(Text.LINE + 1), Set.of(), null))))
                .containsExactly("name too_big", "scopes too_small", "tenantId too_small");
        assertThat(brokenFields(() -> create("na\0me", null, Permission.ORDERS_READ)))
                .containsExactly("name invalid");
    }

    @Test
    void a_key_is_made_with_a_limit_that_can_be_changed_and_lifted() {
        ApiKey made = tenure.useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand("demo", "Web shop", Permission.ALL, null, 60))
                .apiKey();

        ApiKey changed = tenure.useCases().tenants().limitApiKey().limit(made.id(), 120);
        assertThat(made.requestsPerMinute()).isEqualTo(60);
        assertThat(changed).isEqualTo(made.limitedTo(120));
        assertThat(tenure.useCases().tenants().findApiKeys().ofTenant("demo")).containsExactly(changed);

        assertThat(tenure.useCases().tenants().limitApiKey().limit(made.id(), null))
                .isEqualTo(made.limitedTo(null));
    }

    @Test
    void a_limit_out_of_range_is_refused_at_its_field() {
        String id = create("Web shop", null, Permission.ORDERS_READ).apiKey().id();

        assertThat(brokenFields(() -> tenure.useCases().tenants().limitApiKey().limit(id, 0)))
                .containsExactly("requestsPerMinute invalid");
        assertThat(brokenFields(() -> tenure.useCases()
                        .tenants()
                        .createApiKey()
                        .create(new CreateApiKeyCommand(
                                "demo", "n", Permission.ALL, null, ApiKey.MAX_REQUESTS_PER_MINUTE + 1))))
                .containsExactly("requestsPerMinute too_big");
    }

    private Created create(String name, @Nullable Instant expiresAt, Permission... scopes) {
        return tenure.useCases()
                .tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand("demo", name, Set.of(scopes), expiresAt));
    }

    private Optional<ApiKey> authenticate(String presented) {
        return tenure.useCases().tenants().authenticateKey().authenticate(presented);
    }
}

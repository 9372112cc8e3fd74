package dev.tenure.application.contract;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** API keys are found without knowing their tenant, and end when they are revoked. */
public interface ApiKeyRepositoryContract extends StoreContract {

    ApiKeyRepository apiKeys();

    @Test
    default void a_key_is_read_back_as_it_was_written() {
        TenantId tenant = aTenant();
        ApiKey limited = key(tenant, START, Permission.ALL, START.plusSeconds(3600));
        ApiKey endless = key(tenant, START, Set.of(Permission.PRODUCTS_READ, Permission.ORDERS_WRITE), null);
        inserted(limited);
        inserted(endless);

        assertThat(found(limited)).isEqualTo(limited);
        assertThat(found(endless)).isEqualTo(endless);
    }

    @Test
    default void each_right_is_kept_as_itself() {
        TenantId tenant = aTenant();

        for (Permission scope : Permission.values()) {
            ApiKey key = key(tenant, START, Set.of(scope), null);
            inserted(key);

            assertThat(found(key)).isEqualTo(key);
        }
    }

    @Test
    default void what_is_not_there_is_not_found() {
        assertThat(transactions()
                        .<Boolean>forInstallation(
                                () -> apiKeys().find("nosuchkey" + word()).isPresent()))
                .isFalse();
    }

    @Test
    default void a_revocation_is_kept() {
        ApiKey key = key(aTenant(), START, Permission.ALL, START.plusSeconds(3600));
        inserted(key);
        ApiKey revoked = key.revoked(START.plusSeconds(60));

        updated(revoked);

        assertThat(found(key)).isEqualTo(revoked);
    }

    @Test
    default void a_limit_is_kept_and_can_be_changed_and_lifted() {
        ApiKey key = key(aTenant(), START, Permission.ALL, null).limitedTo(60);
        inserted(key);
        assertThat(found(key)).isEqualTo(key);

        updated(key.limitedTo(ApiKey.MAX_REQUESTS_PER_MINUTE));
        assertThat(found(key)).isEqualTo(key.limitedTo(ApiKey.MAX_REQUESTS_PER_MINUTE));

        updated(key.limitedTo(null));
        assertThat(found(key)).isEqualTo(key.limitedTo(null));
    }

    @Test
    default void a_limit_set_by_who_read_the_key_before_it_was_revoked_does_not_bring_it_back() {
        ApiKey key = key(aTenant(), START, Permission.ALL, null);
        inserted(key);
        ApiKey revoked = key.revoked(START.plusSeconds(60));
        updated(revoked);

        updated(key.limitedTo(60));

        assertThat(found(key)).isEqualTo(revoked.limitedTo(60));
    }

    @Test
    default void the_keys_of_a_tenant_are_listed_oldest_first_the_revoked_ones_too() {
        TenantId tenant = aTenant();
        ApiKey newest = key(tenant, START.plusSeconds(2), Permission.ALL, null);
        ApiKey oldest = key(tenant, START, Set.of(Permission.ORDERS_READ), null);
        ApiKey middle = key(tenant, START.plusSeconds(1), Permission.ALL, START.plusSeconds(9));
        inserted(newest);
        inserted(oldest);
        inserted(middle);
        inserted(key(aTenant(), START, Permission.ALL, null));
        ApiKey revoked = middle.revoked(START.plusSeconds(60));
        updated(revoked);

        List<ApiKey> keys = transactions().forInstallation(() -> apiKeys().ofTenant(tenant));

        assertThat(keys).containsExactly(oldest, revoked, newest);
    }

    @Test
    default void a_tenant_without_keys_has_none() {
        TenantId tenant = aTenant();

        assertThat(transactions().forInstallation(() -> apiKeys().ofTenant(tenant)))
                .isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        ApiKey key = key(aTenant(), START, Permission.ALL, null);

        assertThatThrownBy(() -> apiKeys().find(key.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> apiKeys().ofTenant(key.tenantId())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> apiKeys().insert(key)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> apiKeys().update(key)).isInstanceOf(IllegalStateException.class);
    }

    private void inserted(ApiKey key) {
        transactions().<Boolean>forInstallation(() -> {
            apiKeys().insert(key);
            return true;
        });
    }

    private void updated(ApiKey key) {
        transactions().<Boolean>forInstallation(() -> {
            apiKeys().update(key);
            return true;
        });
    }

    private ApiKey found(ApiKey key) {
        return transactions().forInstallation(() -> apiKeys().find(key.id()).orElseThrow());
    }

    private static ApiKey key(TenantId tenant, Instant createdAt, Set<Permission> scopes, @Nullable Instant expiresAt) {
        String id = word();
        return new ApiKey(id, tenant, "Name of " + id, scopes, "hash-of-" + id, createdAt, expiresAt, null, null);
    }

    private static String word() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}

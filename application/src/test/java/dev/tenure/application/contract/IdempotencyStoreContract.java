package dev.tenure.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.shared.batch.KeyTaken;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.batch.out.IdempotencyStore.Stored;
import dev.tenure.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Stored responses: one per key and tenant, until their time is over. */
public interface IdempotencyStoreContract extends StoreContract {

    Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
    Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    KeyedRequest REQUEST = new KeyedRequest("key-1", "fingerprint-1");
    StoredResponse RESPONSE =
            new StoredResponse("201 application/json\nETag: \"1\"\nLocation: /v1/orders/ord_1\n\n{\"ü\": \"\\u0000\"}");

    IdempotencyStore idempotencyStore();

    @Test
    default void what_is_kept_for_a_key_is_there_for_the_next_who_asks() {
        TenantId tenant = aTenant();
        assertThat(asked(tenant, NOON)).isEmpty();

        store(tenant, REQUEST, NOON);

        assertThat(asked(tenant, NOON)).contains(new Stored("fingerprint-1", RESPONSE));
    }

    @Test
    default void nothing_is_kept_under_a_key_that_is_taken() {
        TenantId tenant = aTenant();
        store(tenant, REQUEST, NOON);

        assertThatThrownBy(() -> store(tenant, new KeyedRequest("key-1", "fingerprint-2"), NOON))
                .isInstanceOf(KeyTaken.class);

        assertThat(asked(tenant, NOON)).contains(new Stored("fingerprint-1", RESPONSE));
    }

    @Test
    default void several_answers_are_kept_at_once_and_found_at_once() {
        TenantId tenant = aTenant();
        StoredResponse other = new StoredResponse("in a form of its own");
        KeyedRequest second = new KeyedRequest("key-2", "fingerprint-2");

        within(tenant, () -> idempotencyStore().storeAll(Map.of(REQUEST, RESPONSE, second, other), NOON, TOMORROW));

        assertThat(askedAll(tenant, "key-2", "key-none", "key-1"))
                .containsOnly(
                        Map.entry("key-1", new Stored("fingerprint-1", RESPONSE)),
                        Map.entry("key-2", new Stored("fingerprint-2", other)));
    }

    @Test
    default void of_several_answers_none_is_kept_where_one_key_is_taken() {
        TenantId tenant = aTenant();
        store(tenant, REQUEST, NOON);
        Map<KeyedRequest, StoredResponse> all = Map.of(
                new KeyedRequest("key-0", "f"), RESPONSE,
                new KeyedRequest("key-1", "f"), RESPONSE,
                new KeyedRequest("key-2", "f"), RESPONSE);

        assertThatThrownBy(() -> within(tenant, () -> idempotencyStore().storeAll(all, NOON, TOMORROW)))
                .isInstanceOf(KeyTaken.class);

        assertThat(askedAll(tenant, "key-0", "key-1", "key-2"))
                .containsOnly(Map.entry("key-1", new Stored("fingerprint-1", RESPONSE)));
    }

    @Test
    default void of_several_answers_one_may_take_the_place_of_a_record_whose_time_is_over() {
        TenantId tenant = aTenant();
        store(tenant, REQUEST, NOON);
        Map<KeyedRequest, StoredResponse> all =
                Map.of(new KeyedRequest("key-1", "later"), RESPONSE, new KeyedRequest("key-2", "f"), RESPONSE);

        within(tenant, () -> idempotencyStore().storeAll(all, TOMORROW, TOMORROW.plusSeconds(1)));

        assertThat(in(tenant, () -> idempotencyStore()
                        .loadAll(List.of("key-1", "key-2"), TOMORROW)
                        .get()))
                .containsOnly(
                        Map.entry("key-1", new Stored("later", RESPONSE)),
                        Map.entry("key-2", new Stored("f", RESPONSE)));
    }

    @Test
    default void where_no_request_has_a_key_nothing_is_found_and_nothing_kept() {
        TenantId tenant = aTenant();

        within(tenant, () -> idempotencyStore().storeAll(Map.of(), NOON, TOMORROW));

        assertThat(askedAll(tenant)).isEmpty();
    }

    @Test
    default void a_key_is_of_its_tenant_alone() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        store(tenant, REQUEST, NOON);

        assertThat(asked(other, NOON)).isEmpty();
        store(other, REQUEST, NOON);
        assertThat(asked(other, NOON)).isPresent();
    }

    @Test
    default void what_a_failed_transaction_kept_is_not_kept() {
        TenantId tenant = aTenant();
        IllegalArgumentException failure = new IllegalArgumentException("the work failed");

        assertThatThrownBy(() -> within(tenant, () -> {
                    idempotencyStore().store(REQUEST, RESPONSE, NOON, TOMORROW);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(asked(tenant, NOON)).isEmpty();
    }

    @Test
    default void a_record_whose_time_is_over_is_as_good_as_none() {
        TenantId tenant = aTenant();
        store(tenant, REQUEST, NOON);

        assertThat(asked(tenant, TOMORROW.minusMillis(1))).isPresent();
        assertThat(asked(tenant, TOMORROW)).isEmpty();
        store(tenant, new KeyedRequest("key-1", "fingerprint-2"), TOMORROW);

        assertThat(asked(tenant, TOMORROW)).contains(new Stored("fingerprint-2", RESPONSE));
    }

    @Test
    default void only_what_is_over_is_deleted_and_no_more_than_was_asked_for() {
        TenantId tenant = aTenant();
        for (String key : List.of("a", "b", "c")) {
            store(tenant, new KeyedRequest(key, "f"), NOON);
        }
        KeyedRequest younger = new KeyedRequest("younger", "f");
        store(tenant, younger, NOON.plusSeconds(1));

        assertThat(in(tenant, () -> idempotencyStore().deleteExpired(TOMORROW.minusMillis(1), 10)))
                .isZero();
        assertThat(in(tenant, () -> idempotencyStore().deleteExpired(TOMORROW, 2)))
                .isEqualTo(2);
        assertThat(in(tenant, () -> idempotencyStore().deleteExpired(TOMORROW, 2)))
                .isEqualTo(1);
        assertThat(in(tenant, () -> idempotencyStore().load("younger", TOMORROW).get()))
                .isPresent();
    }

    private Optional<Stored> asked(TenantId tenant, Instant now) {
        return in(tenant, () -> idempotencyStore().load(REQUEST.key(), now).get());
    }

    private Map<String, Stored> askedAll(TenantId tenant, String... keys) {
        return in(tenant, () -> idempotencyStore().loadAll(List.of(keys), NOON).get());
    }

    private void store(TenantId tenant, KeyedRequest request, Instant now) {
        within(tenant, () -> idempotencyStore().store(request, RESPONSE, now, now.plus(Duration.ofDays(1))));
    }
}

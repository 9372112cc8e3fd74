package dev.tenure.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.shared.guard.KeyTaken;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.guard.out.KeptAnswers.Kept;
import dev.tenure.domain.shared.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Kept answers: one per key and tenant, until their time is over. */
public interface KeptAnswersContract extends StoreContract {

    Instant NOON = Instant.parse("2025-01-15T12:00:00Z");
    Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    KeyedRequest REQUEST = new KeyedRequest("key-1", "fingerprint-1");
    KeptAnswer ANSWER = new KeptAnswer(
            201, "application/json", Map.of("ETag", "\"1\"", "Location", "/v1/orders/ord_1"), "{\"ü\": \"\\u0000\"}");

    KeptAnswers keptAnswers();

    @Test
    default void what_is_kept_for_a_key_is_there_for_the_next_who_asks() {
        TenantId tenant = aTenant();
        assertThat(asked(tenant, NOON)).isEmpty();

        keep(tenant, REQUEST, NOON);

        assertThat(asked(tenant, NOON)).contains(new Kept("fingerprint-1", ANSWER));
    }

    @Test
    default void nothing_is_kept_under_a_key_that_is_taken() {
        TenantId tenant = aTenant();
        keep(tenant, REQUEST, NOON);

        assertThatThrownBy(() -> keep(tenant, new KeyedRequest("key-1", "fingerprint-2"), NOON))
                .isInstanceOf(KeyTaken.class);

        assertThat(asked(tenant, NOON)).contains(new Kept("fingerprint-1", ANSWER));
    }

    @Test
    default void a_key_is_of_its_tenant_alone() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        keep(tenant, REQUEST, NOON);

        assertThat(asked(other, NOON)).isEmpty();
        keep(other, REQUEST, NOON);
        assertThat(asked(other, NOON)).isPresent();
    }

    @Test
    default void what_a_failed_transaction_kept_is_not_kept() {
        TenantId tenant = aTenant();
        IllegalArgumentException failure = new IllegalArgumentException("the work failed");

        assertThatThrownBy(() -> within(tenant, () -> {
                    keptAnswers().keep(REQUEST, ANSWER, NOON, TOMORROW);
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(asked(tenant, NOON)).isEmpty();
    }

    @Test
    default void a_record_whose_time_is_over_is_as_good_as_none() {
        TenantId tenant = aTenant();
        keep(tenant, REQUEST, NOON);

        assertThat(asked(tenant, TOMORROW.minusMillis(1))).isPresent();
        assertThat(asked(tenant, TOMORROW)).isEmpty();
        keep(tenant, new KeyedRequest("key-1", "fingerprint-2"), TOMORROW);

        assertThat(asked(tenant, TOMORROW)).contains(new Kept("fingerprint-2", ANSWER));
    }

    @Test
    default void only_what_is_over_is_deleted_and_no_more_than_was_asked_for() {
        TenantId tenant = aTenant();
        for (String key : List.of("a", "b", "c")) {
            keep(tenant, new KeyedRequest(key, "f"), NOON);
        }
        KeyedRequest younger = new KeyedRequest("younger", "f");
        keep(tenant, younger, NOON.plusSeconds(1));

        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW.minusMillis(1), 10)))
                .isZero();
        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW, 2))).isEqualTo(2);
        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW, 2))).isEqualTo(1);
        assertThat(in(tenant, () -> keptAnswers().ask("younger", TOMORROW).get()))
                .isPresent();
    }

    private Optional<Kept> asked(TenantId tenant, Instant now) {
        return in(tenant, () -> keptAnswers().ask(REQUEST.key(), now).get());
    }

    private void keep(TenantId tenant, KeyedRequest request, Instant now) {
        within(tenant, () -> keptAnswers().keep(request, ANSWER, now, now.plus(Duration.ofDays(1))));
    }
}

package dev.tenure.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
    default void what_is_kept_for_a_key_is_there_for_the_next_who_claims_it() {
        TenantId tenant = aTenant();

        Optional<Kept> first = in(tenant, () -> claimedAndKept(REQUEST, NOON));
        Optional<Kept> second = in(tenant, () -> keptAnswers().claim(REQUEST, NOON, TOMORROW));

        assertThat(first).isEmpty();
        assertThat(second).contains(new Kept("fingerprint-1", ANSWER));
    }

    @Test
    default void a_claim_tells_of_the_request_that_had_the_key_first() {
        TenantId tenant = aTenant();
        assertThat(in(tenant, () -> claimedAndKept(REQUEST, NOON))).isEmpty();

        Optional<Kept> other =
                in(tenant, () -> keptAnswers().claim(new KeyedRequest("key-1", "fingerprint-2"), NOON, TOMORROW));

        assertThat(other).contains(new Kept("fingerprint-1", ANSWER));
    }

    @Test
    default void a_key_is_of_its_tenant_alone() {
        TenantId tenant = aTenant();
        assertThat(in(tenant, () -> claimedAndKept(REQUEST, NOON))).isEmpty();

        assertThat(in(aTenant(), () -> keptAnswers().claim(REQUEST, NOON, TOMORROW)))
                .isEmpty();
    }

    @Test
    default void a_claim_whose_transaction_failed_is_no_claim() {
        TenantId tenant = aTenant();
        IllegalArgumentException failure = new IllegalArgumentException("the work failed");

        assertThat(failing(tenant, failure)).isSameAs(failure);

        assertThat(in(tenant, () -> keptAnswers().claim(REQUEST, NOON, TOMORROW)))
                .isEmpty();
    }

    @Test
    default void a_record_whose_time_is_over_is_as_good_as_none() {
        TenantId tenant = aTenant();
        assertThat(in(tenant, () -> claimedAndKept(REQUEST, NOON))).isEmpty();
        KeyedRequest another = new KeyedRequest("key-1", "fingerprint-2");

        Optional<Kept> justBefore = in(tenant, () -> keptAnswers().claim(another, TOMORROW.minusMillis(1), TOMORROW));
        Optional<Kept> then = in(tenant, () -> claimedAndKept(another, TOMORROW));
        Optional<Kept> after = in(tenant, () -> keptAnswers().claim(another, TOMORROW, TOMORROW));

        assertThat(justBefore).isPresent();
        assertThat(then).isEmpty();
        assertThat(after).contains(new Kept("fingerprint-2", ANSWER));
    }

    @Test
    default void only_what_is_over_is_deleted_and_no_more_than_was_asked_for() {
        TenantId tenant = aTenant();
        for (String key : List.of("a", "b", "c")) {
            assertThat(in(tenant, () -> claimedAndKept(new KeyedRequest(key, "f"), NOON)))
                    .isEmpty();
        }
        KeyedRequest younger = new KeyedRequest("younger", "f");
        assertThat(in(tenant, () -> claimedAndKept(younger, NOON.plusSeconds(1))))
                .isEmpty();

        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW.minusMillis(1), 10)))
                .isZero();
        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW, 2))).isEqualTo(2);
        assertThat(in(tenant, () -> keptAnswers().deleteExpired(TOMORROW, 2))).isEqualTo(1);
        assertThat(in(tenant, () -> keptAnswers().claim(younger, TOMORROW, TOMORROW)))
                .isPresent();
    }

    /** Claims the key and keeps the answer under it, where nobody else had it. */
    private Optional<Kept> claimedAndKept(KeyedRequest request, Instant now) {
        Optional<Kept> there = keptAnswers().claim(request, now, now.plus(Duration.ofDays(1)));
        if (there.isEmpty()) {
            keptAnswers().keep(request.key(), ANSWER);
        }
        return there;
    }

    private Throwable failing(TenantId tenant, RuntimeException failure) {
        try {
            return in(tenant, () -> {
                assertThat(claimedAndKept(REQUEST, NOON)).isEmpty();
                throw failure;
            });
        } catch (IllegalArgumentException thrown) {
            return thrown;
        }
    }
}

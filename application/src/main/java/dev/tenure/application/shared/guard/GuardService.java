package dev.tenure.application.shared.guard;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Tried;
import dev.tenure.application.shared.guard.in.ForgetAnswers;
import dev.tenure.application.shared.guard.in.GuardWrites;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import dev.tenure.application.shared.guard.out.KeptAnswers;
import dev.tenure.application.shared.guard.out.KeptAnswers.Kept;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a write happen once however often it is sent, or not at all where it is only tried out. */
public final class GuardService implements GuardWrites, ForgetAnswers {

    private static final int FORGOTTEN_AT_A_TIME = 1000;

    private final KeptAnswers answers;
    private final Supplier<List<TenantId>> tenants;
    private final Transactions transactions;
    private final Clock clock;

    /** @param tenants all that there are; asked in a transaction of the installation */
    public GuardService(KeptAnswers answers, Supplier<List<TenantId>> tenants, Transactions transactions, Clock clock) {
        this.answers = answers;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Outcome run(Caller caller, WriteGuards guards, Supplier<KeptAnswer> write) {
        if (guards.dryRun()) {
            return transactions.dryRun(caller.tenant(), () -> new Outcome(write.get(), false));
        }
        KeyedRequest keyed = guards.keyed();
        return keyed == null
                ? transactions.forTenant(caller.tenant(), () -> new Outcome(write.get(), false))
                : once(caller.tenant(), keyed, write);
    }

    /**
     * Works and keeps the answer in one transaction, of which only one can be committed for a key. Whoever fails, be it because
     * another was first, gives the answer that is kept.
     */
    private Outcome once(TenantId tenant, KeyedRequest keyed, Supplier<KeptAnswer> write) {
        Instant now = clock.instant();
        try {
            return transactions.forTenant(tenant, () -> {
                // The work goes on meanwhile: nearly always there is nothing, and its own questions travel along.
                Deferred<Optional<Kept>> before = answers.load(keyed.key(), now);
                KeptAnswer answer = write.get();
                if (before.get().isPresent()) {
                    throw new KeyTaken();
                }
                answers.keep(keyed, answer, now, now.plus(Duration.ofHours(KEPT_HOURS)));
                return new Outcome(answer, false);
            });
        } catch (KeyInProgress | Unavailable notNow) {
            throw notNow;
        } catch (RuntimeException failed) {
            return keptOr(failed, tenant, keyed, now);
        }
    }

    /**
     * Does several writes, no two of one key, in one transaction, those that were not done before. What fails as a whole comes out as it
     * is, with nothing changed: then each is to be {@linkplain #run run} alone.
     */
    <C, R> List<Supplier<Outcome>> runAll(TenantId tenant, List<Write<C, R>> writes, Together<C, R> work) {
        Instant now = clock.instant();
        try {
            return transactions.forSeveral(tenant, () -> {
                Deferred<Map<String, Kept>> before = answers.loadAll(keys(writes), now);
                List<Tried<R>> done =
                        work.all(writes.stream().map(Write::issued).toList());
                if (!before.get().isEmpty()) {
                    throw new Answered(before.get());
                }
                return kept(tenant, writes, done, now);
            });
        } catch (Answered some) {
            return runOthers(tenant, writes, some.before, work);
        }
    }

    private <C, R> List<Supplier<Outcome>> kept(
            TenantId tenant, List<Write<C, R>> writes, List<Tried<R>> done, Instant now) {
        Map<KeyedRequest, KeptAnswer> toKeep = new HashMap<>();
        List<Supplier<Outcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            Write<C, R> write = writes.get(i);
            Optional<KeptAnswer> answer = done.get(i).result().map(write.answer());
            Tried<Outcome> outcome = done.get(i).then(unused -> new Outcome(answer.orElseThrow(), false));
            // Refused, be it because another was first, who has committed by then.
            outcomes.add(write.keyed()
                    .<Supplier<Outcome>>map(keyed -> () -> outcome.or(refused -> keptOr(refused, tenant, keyed, now)))
                    .orElse(outcome));
            answer.ifPresent(given -> write.keyed().ifPresent(keyed -> toKeep.put(keyed, given)));
        }
        answers.keepAll(toKeep, now, now.plus(Duration.ofHours(KEPT_HOURS)));
        return outcomes;
    }

    /** Those that were answered before get that answer, the others are done together. */
    private <C, R> List<Supplier<Outcome>> runOthers(
            TenantId tenant, List<Write<C, R>> writes, Map<String, Kept> before, Together<C, R> work) {
        List<Write<C, R>> others =
                writes.stream().filter(write -> kept(write, before).isEmpty()).toList();
        Iterator<Supplier<Outcome>> done = others.isEmpty()
                ? Collections.emptyIterator()
                : runAll(tenant, others, work).iterator();
        return writes.stream()
                .map(write -> kept(write, before)
                        .<Supplier<Outcome>>map(
                                kept -> () -> replayed(kept, write.keyed().orElseThrow()))
                        .orElseGet(done::next))
                .toList();
    }

    private static Optional<Kept> kept(Write<?, ?> write, Map<String, Kept> before) {
        return write.keyed().map(keyed -> before.get(keyed.key()));
    }

    private static <C, R> List<String> keys(List<Write<C, R>> writes) {
        return writes.stream()
                .flatMap(write -> write.keyed().map(KeyedRequest::key).stream())
                .toList();
    }

    private Outcome keptOr(RuntimeException failed, TenantId tenant, KeyedRequest keyed, Instant now) {
        return kept(tenant, keyed, now, failed)
                .map(kept -> replayed(kept, keyed))
                .orElseThrow(() -> failed);
    }

    private Optional<Kept> kept(TenantId tenant, KeyedRequest keyed, Instant now, RuntimeException failed) {
        try {
            return transactions.forTenant(
                    tenant, () -> answers.load(keyed.key(), now).get());
        } catch (RuntimeException unreadable) {
            failed.addSuppressed(unreadable);
            return Optional.empty();
        }
    }

    private static Outcome replayed(Kept kept, KeyedRequest keyed) {
        if (!kept.fingerprint().equals(keyed.fingerprint())) {
            throw new KeyReused();
        }
        return new Outcome(kept.answer(), true);
    }

    @Override
    public int forgetExpired() {
        int forgotten = 0;
        for (TenantId tenant : transactions.forInstallation(tenants)) {
            forgotten += forgetExpired(tenant);
        }
        return forgotten;
    }

    // In small transactions: nobody who sends a key waits for the end of this.
    private int forgetExpired(TenantId tenant) {
        int forgotten = 0;
        int batch;
        do {
            batch = transactions.forTenant(tenant, () -> answers.deleteExpired(clock.instant(), FORGOTTEN_AT_A_TIME));
            forgotten += batch;
        } while (batch == FORGOTTEN_AT_A_TIME);
        return forgotten;
    }

    /** Some of the requests of a transaction were answered before. */
    private static final class Answered extends RuntimeException {

        private final transient Map<String, Kept> before;

        Answered(Map<String, Kept> before) {
            this.before = before;
        }
    }
}

package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.NotPermitted;
import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.shared.batch.in.ResponseFormat;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.batch.in.WriteResult;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.batch.out.IdempotencyStore.Stored;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes a write once however often it is sent, or as a dry run without saving anything. */
public final class IdempotencyGuard implements PerformWrite {

    private final IdempotencyStore responses;
    private final Transactions transactions;
    private final Clock clock;

    /** For these commands a {@link BatchExecutor} handles the key itself, because several share a transaction. */
    private final Set<Class<?>> batchedCommands = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("ThreadLocalUsage") // per object, so that two installations in one program are separate
    private final ThreadLocal<@Nullable Claim<?>> claim = new ThreadLocal<>();

    public IdempotencyGuard(IdempotencyStore responses, Transactions transactions, Clock clock) {
        this.responses = responses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The executor of a use case, which coalesces commands of this class. */
    public <C, R> BatchExecutor<C, R> executor(
            Class<C> commands, BatchUseCase<C, ?, ?, R> useCase, CommandChecks checks) {
        batchedCommands.add(commands);
        return new BatchExecutor<>(useCase, checks, transactions, this);
    }

    @Override
    public <C, R, A> WriteResult<A> run(
            Caller caller,
            WritePreconditions preconditions,
            C command,
            BiFunction<Caller, C, R> verb,
            ResponseFormat<R, A> format) {
        KeyedRequest keyed = preconditions.keyed();
        if (preconditions.equals(WritePreconditions.NONE)) {
            return new WriteResult<>(format.respond(verb.apply(caller, command)), false);
        }
        Response<R, A> response = new Response<>(format);
        try {
            boolean alone = preconditions.dryRun() || preconditions.versionCheck() != null;
            if (keyed != null && !alone && batchedCommands.contains(command.getClass())) {
                return claimed(
                        new Claim<R>(command.getClass(), keyed, response::store),
                        () -> verb.apply(caller, command),
                        response);
            }
            Supplier<R> write = () -> {
                if (preconditions.versionCheck() != null) {
                    preconditions.versionCheck().run();
                }
                return verb.apply(caller, command);
            };
            TenantId tenant = caller.tenant();
            if (preconditions.dryRun()) {
                return new WriteResult<>(transactions.dryRun(tenant, () -> format.respond(write.get())), false);
            }
            R result =
                    keyed == null ? transactions.forTenant(tenant, write) : once(tenant, keyed, write, response::store);
            return new WriteResult<>(response.of(result), false);
        } catch (Replayed replayed) {
            return new WriteResult<>(format.deserialize(replayed.response()), true);
        }
    }

    private <R, A> WriteResult<A> claimed(Claim<R> write, Supplier<R> verb, Response<R, A> response) {
        claim.set(write);
        try {
            R result = verb.get();
            if (claim.get() != null) {
                throw new IllegalStateException(
                        "the verb did not execute its command, so no response was stored for its key");
            }
            return new WriteResult<>(response.of(result), false);
        } finally {
            claim.remove();
        }
    }

    /**
     * The command with the key that this thread holds for a command of its class, if any; only for the first such
     * command.
     */
    @SuppressWarnings("unchecked") // The code that set the claim runs the verb of these commands, so the type fits.
    <C, R> PendingWrite<C, R> pending(CommandEnvelope<C> envelope) {
        Claim<?> claimed = claim.get();
        if (claimed == null || claimed.command != envelope.command().getClass()) {
            return new PendingWrite<>(envelope, null, unused -> new StoredResponse(""));
        }
        claim.remove();
        return new PendingWrite<>(envelope, claimed.keyed, (Function<R, StoredResponse>) claimed.serialize);
    }

    <C, R> R runAlone(PendingWrite<C, R> write, Supplier<R> execution) {
        TenantId tenant = write.envelope().caller().tenant();
        return write.keyed() == null
                ? transactions.forTenant(tenant, execution)
                : once(tenant, write.keyed(), execution, write.serialize());
    }

    /**
     * Writes, and stores the response in the same transaction; only one can be committed for a key. After a failure,
     * perhaps because another one was first, returns the stored response.
     */
    private <R> R once(TenantId tenant, KeyedRequest keyed, Supplier<R> write, Function<R, StoredResponse> serialize) {
        Instant now = clock.instant();
        try {
            return transactions.forTenant(tenant, () -> {
                // The work starts meanwhile: nearly always there is no response, and its own reads share the round
                // trip.
                Deferred<Optional<Stored>> before = responses.load(keyed.key(), now);
                R result = write.get();
                StoredResponse response = serialize.apply(result);
                if (before.get().isPresent()) {
                    throw new KeyTaken();
                }
                responses.store(keyed, response, now, now.plus(Duration.ofHours(RETENTION_HOURS)));
                return result;
            });
        } catch (KeyInProgress | Unavailable | NotPermitted notNow) {
            throw notNow;
        } catch (RuntimeException failed) {
            throw replayedOr(failed, tenant, keyed, now);
        }
    }

    /**
     * Performs several writes, no two of one key, in one transaction, except those that were performed before. A
     * failure of the whole is rethrown, with nothing changed: then {@linkplain #runAlone run} each alone.
     */
    <C, R> List<Supplier<R>> runAll(
            TenantId tenant,
            List<PendingWrite<C, R>> writes,
            Function<List<CommandEnvelope<C>>, List<Result<R>>> execution) {
        Instant now = clock.instant();
        try {
            return transactions.forSeveral(tenant, () -> {
                Deferred<Map<String, Stored>> before = responses.loadAll(keys(writes), now);
                List<Result<R>> done = execution.apply(
                        writes.stream().map(PendingWrite::envelope).toList());
                if (!before.get().isEmpty()) {
                    throw new SomeReplayed(before.get());
                }
                return stored(tenant, writes, done, now);
            });
        } catch (SomeReplayed some) {
            return runOthers(tenant, writes, some.before, execution);
        }
    }

    private <C, R> List<Supplier<R>> stored(
            TenantId tenant, List<PendingWrite<C, R>> writes, List<Result<R>> done, Instant now) {
        Map<KeyedRequest, StoredResponse> toStore = new HashMap<>();
        List<Supplier<R>> outcomes = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            PendingWrite<C, R> write = writes.get(i);
            Result<R> result = done.get(i);
            // Refused, perhaps because another one was first, which has committed by now.
            outcomes.add(write.key()
                    .<Supplier<R>>map(keyed -> () -> result.or(refused -> {
                        throw replayedOr(refused, tenant, keyed, now);
                    }))
                    .orElse(result));
            write.key().ifPresent(keyed -> result.value()
                    .ifPresent(value -> toStore.put(keyed, write.serialize().apply(value))));
        }
        responses.storeAll(toStore, now, now.plus(Duration.ofHours(RETENTION_HOURS)));
        return outcomes;
    }

    /** Those that were performed before get their stored response, the others are performed. */
    private <C, R> List<Supplier<R>> runOthers(
            TenantId tenant,
            List<PendingWrite<C, R>> writes,
            Map<String, Stored> before,
            Function<List<CommandEnvelope<C>>, List<Result<R>>> execution) {
        List<PendingWrite<C, R>> others =
                writes.stream().filter(write -> stored(write, before).isEmpty()).toList();
        Iterator<Supplier<R>> done = others.isEmpty()
                ? Collections.emptyIterator()
                : runAll(tenant, others, execution).iterator();
        return writes.stream()
                .map(write -> stored(write, before)
                        .<Supplier<R>>map(stored -> () -> {
                            throw replayed(stored, write.key().orElseThrow());
                        })
                        .orElseGet(done::next))
                .toList();
    }

    private static Optional<Stored> stored(PendingWrite<?, ?> write, Map<String, Stored> before) {
        return write.key().map(keyed -> before.get(keyed.key()));
    }

    private static <C, R> List<String> keys(List<PendingWrite<C, R>> writes) {
        return writes.stream()
                .flatMap(write -> write.key().map(KeyedRequest::key).stream())
                .toList();
    }

    private RuntimeException replayedOr(RuntimeException failed, TenantId tenant, KeyedRequest keyed, Instant now) {
        try {
            return transactions
                    .forTenant(tenant, () -> responses.load(keyed.key(), now).get())
                    .map(stored -> replayed(stored, keyed))
                    .orElse(failed);
        } catch (RuntimeException unreadable) {
            failed.addSuppressed(unreadable);
            return failed;
        }
    }

    private static RuntimeException replayed(Stored stored, KeyedRequest keyed) {
        return stored.fingerprint().equals(keyed.fingerprint()) ? new Replayed(stored.response()) : new KeyReused();
    }

    /** The key that a thread holds for the command that it executes next. */
    private record Claim<R>(Class<?> command, KeyedRequest keyed, Function<R, StoredResponse> serialize) {}

    /** Some of the requests of a transaction have stored responses. */
    private static final class SomeReplayed extends RuntimeException {

        private final transient Map<String, Stored> before;

        SomeReplayed(Map<String, Stored> before) {
            this.before = before;
        }
    }

    /** The response to one write, made once: inside the transaction to store it, or afterwards. */
    private static final class Response<R, A> {

        private final ResponseFormat<R, A> format;
        private volatile @Nullable A made;

        Response(ResponseFormat<R, A> format) {
            this.format = format;
        }

        StoredResponse store(R result) {
            A response = format.respond(result);
            made = response;
            return format.serialize(response);
        }

        A of(R result) {
            A response = made;
            return response == null ? format.respond(result) : response;
        }
    }
}

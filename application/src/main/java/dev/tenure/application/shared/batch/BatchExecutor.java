package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Executes the commands of one use case: those of one tenant that arrive together in one transaction, which costs the
 * store a fraction of what each alone would. None waits for others to arrive. One that is refused, or was executed
 * before, leaves the others as they are; when the transaction fails as a whole, each is executed alone.
 */
public final class BatchExecutor<C, R> {

    private final BatchUseCase<C, ?, ?, R> useCase;
    private final CommandChecks checks;
    private final Transactions transactions;
    private final IdempotencyGuard guard;
    private final RequestCoalescer<TenantId, PendingWrite<C, R>, R> coalescer;

    BatchExecutor(
            BatchUseCase<C, ?, ?, R> useCase, CommandChecks checks, Transactions transactions, IdempotencyGuard guard) {
        this.useCase = useCase;
        this.checks = checks;
        this.transactions = transactions;
        this.guard = guard;
        this.coalescer = new RequestCoalescer<>(this::together);
    }

    /** Executes a command and returns its result, or throws its refusal. Inside a transaction, it is a part of that. */
    public R run(Caller caller, C command) {
        caller.require(useCase.permission());
        PendingWrite<C, R> write = guard.pending(new CommandEnvelope<>(caller, command));
        return transactions.isUnderWay()
                ? execute(List.of(write.envelope())).get(0).get()
                : coalescer.run(caller.tenant(), write);
    }

    /**
     * Executes the commands, all of one tenant, in the current transaction; returns the result of each, in their order.
     */
    public List<Result<R>> execute(List<CommandEnvelope<C>> commands) {
        return execute(useCase, commands);
    }

    private <X, A> List<Result<R>> execute(BatchUseCase<C, X, A, R> steps, List<CommandEnvelope<C>> commands) {
        List<Result<C>> valid = commands.stream()
                .map(one -> Result.of(() -> checks.checked(one.command())))
                .toList();
        X context = steps.load().load(commands.get(0).caller().tenant(), values(valid));
        List<Result<A>> decided = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            Caller caller = commands.get(i).caller();
            decided.add(valid.get(i).then(command -> steps.decide().decide(caller, command, context)));
        }
        List<A> accepted = values(decided);
        Iterator<R> stored = accepted.isEmpty()
                ? Collections.emptyIterator()
                : steps.store().store(accepted, context).iterator();
        return decided.stream().map(one -> one.then(unused -> stored.next())).toList();
    }

    private static <T> List<T> values(List<Result<T>> results) {
        return results.stream().flatMap(one -> one.value().stream()).toList();
    }

    private List<? extends Supplier<R>> together(TenantId tenant, List<PendingWrite<C, R>> writes) {
        if (writes.size() == 1) {
            return List.of(Result.of(() -> alone(writes.get(0))));
        }
        Set<PendingWrite<C, R>> repeated = repeated(writes);
        try {
            List<PendingWrite<C, R>> once =
                    writes.stream().filter(write -> !repeated.contains(write)).toList();
            Iterator<Supplier<R>> done =
                    guard.runAll(tenant, once, this::execute).iterator();
            return writes.stream()
                    .<Supplier<R>>map(write -> repeated.contains(write) ? () -> alone(write) : done.next())
                    .toList();
        } catch (Unavailable notNow) {
            throw notNow;
        } catch (RuntimeException failed) {
            return writes.stream()
                    .map(write -> (Supplier<R>) () -> again(write, failed))
                    .toList();
        }
    }

    /** The writes with the key of an earlier one: they must see the result of that. */
    private static <C, R> Set<PendingWrite<C, R>> repeated(List<PendingWrite<C, R>> writes) {
        Set<String> keys = new HashSet<>();
        Set<PendingWrite<C, R>> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PendingWrite<C, R> write : writes) {
            write.key().map(KeyedRequest::key).filter(key -> !keys.add(key)).ifPresent(known -> repeated.add(write));
        }
        return repeated;
    }

    // Without a key it is unknown whether it was executed already.
    private R again(PendingWrite<C, R> write, RuntimeException failed) {
        if (failed instanceof OutcomeUnknown unknown && write.keyed() == null) {
            throw unknown;
        }
        return alone(write);
    }

    private R alone(PendingWrite<C, R> write) {
        return guard.runAlone(
                write, () -> execute(List.of(write.envelope())).get(0).get());
    }
}

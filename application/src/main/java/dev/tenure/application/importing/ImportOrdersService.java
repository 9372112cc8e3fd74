package dev.tenure.application.importing;

import dev.tenure.application.importing.in.ImportOrders;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import dev.tenure.application.shared.batch.BatchExecutor;
import dev.tenure.application.shared.batch.BatchUseCase;
import dev.tenure.application.shared.batch.CommandEnvelope;
import dev.tenure.application.shared.batch.IdempotencyGuard;
import dev.tenure.application.shared.out.Transactions;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Imports lines of orders, several in a transaction: each by itself, or all or none. */
public final class ImportOrdersService implements ImportOrders {

    private static final int ATTEMPTS = 5;

    private final BatchExecutor<ImportedOrder, Result> orders;
    private final Transactions transactions;
    private final CommandChecks checks;

    public ImportOrdersService(
            OrderImport orders, IdempotencyGuard guard, Transactions transactions, CommandChecks checks) {
        this.orders = guard.executor(
                ImportedOrder.class,
                new BatchUseCase<>(ImportOrders.PERMISSION, orders::load, orders::decide, orders::store),
                checks);
        this.transactions = transactions;
        this.checks = checks;
    }

    @Override
    public List<Result> importEach(Caller caller, List<Entry<ImportedOrder>> lines) {
        caller.require(ImportOrders.PERMISSION);
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.forTenant(caller.tenant(), () -> imported(caller, lines));
            } catch (Collision collision) {
                // The other transaction has ended, and the next attempt sees its result.
                if (attempt == ATTEMPTS) {
                    throw new Conflict(ApplicationError.CONFLICT, String.valueOf(collision.getMessage()));
                }
            }
        }
    }

    @Override
    public boolean importTogether(Caller caller, Lines lines, Policy policy, boolean dryRun) {
        caller.require(ImportOrders.PERMISSION);
        try {
            if (dryRun) {
                return transactions.dryRun(caller.tenant(), () -> pass(caller, lines, policy));
            }
            return transactions.forTenant(caller.tenant(), () -> {
                if (!pass(caller, lines, policy)) {
                    throw new Rejected();
                }
                return true;
            });
        } catch (Rejected nothingKept) {
            return false;
        } catch (Collision collision) {
            throw new Conflict(ApplicationError.CONFLICT, String.valueOf(collision.getMessage()));
        }
    }

    private boolean pass(Caller caller, Lines lines, Policy policy) {
        lines.rewind();
        boolean failed = false;
        for (var some = lines.next(); !some.isEmpty(); some = lines.next()) {
            List<Result> results = imported(caller, some);
            failed |= results.stream().anyMatch(result -> result.status() == Status.FAILED);
            lines.results(results);
        }
        return policy == Policy.REJECT_FAILED || !failed;
    }

    private List<Result> imported(Caller caller, List<Entry<ImportedOrder>> lines) {
        List<Entry<ImportedOrder>> checked =
                lines.stream().map(line -> line.map(this::checked)).toList();
        List<CommandEnvelope<ImportedOrder>> readable = checked.stream()
                .flatMap(line -> line.readable().stream())
                .map(line -> new CommandEnvelope<>(caller, line))
                .toList();
        Iterator<? extends Supplier<Result>> results = readable.isEmpty()
                ? Collections.emptyIterator()
                : orders.execute(readable).iterator();
        return checked.stream()
                .map(line -> result(line, line.readable().isPresent() ? results.next() : () -> unreadable(line)))
                .toList();
    }

    private static Result result(Entry<ImportedOrder> line, Supplier<Result> result) {
        String id = line.readable().map(order -> order.history().orderId()).orElse(null);
        try {
            return result.get();
        } catch (RuntimeException refused) {
            return new Result(Status.FAILED, id, EntryError.of(refused));
        }
    }

    private static Result unreadable(Entry<ImportedOrder> line) {
        throw new IllegalStateException("this can be read: " + line.value());
    }

    private ImportedOrder checked(ImportedOrder line) {
        Refusals refusals = new Refusals();
        var order = refusals.collect(() -> checks.checked(line.order()));
        var history = refusals.collect(() -> checks.checked(line.history()));
        refusals.throwIfAny();
        return new ImportedOrder(order.orElseThrow(), history.orElseThrow(), line.fingerprint());
    }

    private static final class Rejected extends RuntimeException {}
}

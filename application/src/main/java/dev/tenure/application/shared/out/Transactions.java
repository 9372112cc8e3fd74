package dev.tenure.application.shared.out;

import dev.tenure.domain.shared.TenantId;
import java.util.function.Supplier;

/**
 * Runs one use case in one transaction. Repositories work inside the transaction of the calling thread, for its tenant
 * and no other; called outside one they throw {@link IllegalStateException}.
 *
 * <p>Example: {@code transactions.forTenant(caller.tenant(), () -> orders.find(id))}.
 */
public interface Transactions {

    /**
     * Runs {@code work} and commits. An exception rolls everything back and is rethrown. Called inside a transaction of
     * the same tenant, the work becomes part of that: it is committed or rolled back with the rest, and once it failed
     * the whole can't be committed any more. Any other transaction inside a transaction is an
     * {@link IllegalStateException}.
     *
     * @throws OutcomeUnknown when the commit itself failed, so that it is unknown whether the change was saved
     * @throws Unavailable when the store can't be reached or is overloaded; nothing was saved
     */
    <T> T forTenant(TenantId tenant, Supplier<T> work);

    /**
     * As {@link #forTenant}, for a batch of independent commands. So that none of them waits long for a lock that
     * another one needs, this fails when another transaction holds a lock for more than a moment; then execute each
     * alone. Not inside another transaction.
     */
    default <T> T forSeveral(TenantId tenant, Supplier<T> work) {
        return forTenant(tenant, work);
    }

    /**
     * Runs {@code work} as {@link #forTenant} would, with all its checks, and then rolls back: it returns the result,
     * and nothing is saved. Not inside another transaction.
     */
    <T> T dryRun(TenantId tenant, Supplier<T> work);

    /** Whether the calling thread is inside a transaction. */
    boolean isUnderWay();

    /** As {@link #forTenant}, for data of no tenant: the tenants themselves and the API keys. */
    <T> T forInstallation(Supplier<T> work);
}

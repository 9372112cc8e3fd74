package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.Caller;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import java.util.List;

/**
 * A use case in three steps, so that commands of one tenant which arrive together can share a transaction, and each is
 * decided as if the ones before it had been executed already.
 *
 * @param permission that of its in-port, checked for each caller before anything is read
 * @param <C> the command
 * @param <X> the context in which all of them are decided
 * @param <A> an accepted command, to be stored
 * @param <R> its result
 */
public record BatchUseCase<C, X, A, R>(
        Permission permission, Load<C, X> load, Decide<C, X, A> decide, Store<X, A, R> store) {

    /** Reads what the commands need, in one round trip; they are valid, and can still be refused. */
    @FunctionalInterface
    public interface Load<C, X> {

        X load(TenantId tenant, List<C> commands);
    }

    /** The rule, for one command. Throws the refusal of the command, and then leaves the context as it was. */
    @FunctionalInterface
    public interface Decide<C, X, A> {

        A decide(Caller caller, C command, X context);
    }

    /** Writes the accepted commands, one statement per table; returns a result for each, in their order. */
    @FunctionalInterface
    public interface Store<X, A, R> {

        List<R> store(List<A> accepted, X context);
    }
}

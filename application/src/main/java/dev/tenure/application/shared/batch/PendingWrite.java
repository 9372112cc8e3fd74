package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of several writes that may share a transaction.
 *
 * @param keyed makes it happen once; null if it may be repeated
 * @param serialize makes the response to store under the key; called inside the transaction, on any thread
 */
record PendingWrite<C, R>(
        CommandEnvelope<C> envelope, @Nullable KeyedRequest keyed, Function<R, StoredResponse> serialize) {

    Optional<KeyedRequest> key() {
        return Optional.ofNullable(keyed);
    }
}

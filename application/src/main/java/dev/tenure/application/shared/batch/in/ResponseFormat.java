package dev.tenure.application.shared.batch.in;

/**
 * How an adapter responds to a write, and how it serializes the response for a client that sends the write again.
 *
 * @param <R> the result of the use case
 * @param <A> the response
 */
public interface ResponseFormat<R, A> {

    /** Called inside the transaction where the response is stored, on any thread. */
    A respond(R result);

    StoredResponse serialize(A response);

    A deserialize(StoredResponse stored);
}

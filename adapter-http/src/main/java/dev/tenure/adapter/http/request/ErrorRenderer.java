package dev.tenure.adapter.http.request;

import dev.tenure.adapter.http.telemetry.RequestIdentity;

/** Writes failures in the form that the clients of the adapter on top read. */
@FunctionalInterface
public interface ErrorRenderer {

    /**
     * The response to a request with this failure.
     *
     * @param failure what an endpoint threw, or what the server itself refused: a {@code RequestRefused} or an
     *     {@code UnknownPath}
     */
    HttpAnswer render(Throwable failure, RequestIdentity identity);
}

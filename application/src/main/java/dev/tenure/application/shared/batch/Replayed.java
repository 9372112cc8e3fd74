package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.batch.in.StoredResponse;

/** The write was performed before, and this is its stored response. Internal: callers never see this. */
final class Replayed extends RuntimeException {

    private final transient StoredResponse response;

    Replayed(StoredResponse response) {
        super("the response is that of an earlier request", null, false, false);
        this.response = response;
    }

    StoredResponse response() {
        return response;
    }
}

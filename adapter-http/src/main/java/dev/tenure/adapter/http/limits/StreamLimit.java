package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Limits the streams that run at a time: each holds a thread for as long as its client takes. */
public final class StreamLimit {

    private static final int MOST = 64;

    private final Semaphore places = new Semaphore(MOST);

    /** @throws RequestRefused {@code OVERLOADED} when there are too many; {@code stream} did not run */
    public void run(Stream stream) throws IOException {
        if (!places.tryAcquire()) {
            throw new RequestRefused(
                    HttpError.OVERLOADED,
                    "%d imports and exports are under way already; nothing was changed".formatted(MOST),
                    Map.of("Retry-After", "5"));
        }
        try {
            stream.run();
        } finally {
            places.release();
        }
    }

    /** Reads and writes the stream. */
    public interface Stream {

        void run() throws IOException;
    }
}

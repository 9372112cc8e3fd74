package dev.tenure.adapter.http.body;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** A body that must arrive at a minimum pace, measured as the time spent waiting for it. */
final class PacedBody extends FilterInputStream {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int MIN_BYTES_PER_SECOND = 64;

    private long waitedNanos;
    private long bytes;

    PacedBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long begin = System.nanoTime();
        int read = readSome(into, offset, length);
        waitedNanos += System.nanoTime() - begin;
        bytes += Math.max(read, 0);
        Duration waited = Duration.ofNanos(waitedNanos).minus(GRACE);
        if (read >= 0 && bytes < waited.toSeconds() * MIN_BYTES_PER_SECOND) {
            throw tooSlow();
        }
        return read;
    }

    private int readSome(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException failed) {
            if (failed.getCause() instanceof TimeoutException) {
                throw tooSlow();
            }
            throw failed;
        }
    }

    private static RequestRefused tooSlow() {
        return new RequestRefused(HttpError.REQUEST_TIMEOUT, "the body came too slowly, or stopped coming");
    }
}

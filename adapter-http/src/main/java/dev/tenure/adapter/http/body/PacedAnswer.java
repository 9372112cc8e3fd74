package dev.tenure.adapter.http.body;

import dev.tenure.adapter.http.body.HttpStream.Connection;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/** A response that the client must read at a minimum pace: each piece has a time limit. */
final class PacedAnswer extends FilterOutputStream {

    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final int MIN_BYTES_PER_SECOND = 1024;

    private final Connection connection;

    PacedAnswer(OutputStream out, Connection connection) {
        super(out);
        this.connection = connection;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Runnable gone = connection.breakOffAfter(GRACE.plusSeconds(length / MIN_BYTES_PER_SECOND));
        try {
            out.write(bytes, offset, length);
        } finally {
            gone.run();
        }
    }

    @Override
    public void flush() throws IOException {
        Runnable gone = connection.breakOffAfter(GRACE.multipliedBy(2));
        try {
            out.flush();
        } finally {
            gone.run();
        }
    }
}

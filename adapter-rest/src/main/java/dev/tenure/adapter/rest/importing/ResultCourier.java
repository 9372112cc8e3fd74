package dev.tenure.adapter.rest.importing;

import dev.tenure.adapter.rest.shared.StreamedExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Sends results to the client on a thread of its own. Many clients send everything before they read: then results wait
 * in a file, and the import continues. Without that, both sides would wait forever.
 */
final class ResultCourier implements AutoCloseable {

    private static final int PIECE = 32 * 1024;

    private final StreamedExchange exchange;
    private final Path file;
    private final FileChannel spool;
    private @Nullable Thread thread;
    private long written;
    private boolean complete;
    private @Nullable IOException failure;

    ResultCourier(StreamedExchange exchange) throws IOException {
        this.exchange = exchange;
        this.file = Files.createTempFile("tenure-import-", ".out");
        this.spool = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Whether something was sent: from then on a failure is a line in the stream. */
    boolean hasBegun() {
        return thread != null;
    }

    /** Queues a line. */
    synchronized void send(byte[] line) throws IOException {
        if (failure != null) {
            throw new IOException("the results can't be delivered", failure);
        }
        ByteBuffer left = ByteBuffer.wrap(line);
        while (left.hasRemaining()) {
            written += spool.write(left, written);
        }
        if (thread == null) {
            OutputStream out = exchange.stream().begin(StreamedExchange.NDJSON);
            thread = new Thread(() -> deliver(out), "import-results");
            thread.setDaemon(true);
            thread.start();
        }
        notifyAll();
    }

    /** Waits until the client has everything. */
    void finish() throws IOException {
        Thread delivering;
        synchronized (this) {
            complete = true;
            notifyAll();
            delivering = thread;
        }
        if (delivering != null) {
            join(delivering);
        }
        synchronized (this) {
            if (failure != null) {
                throw new IOException("the results could not be delivered", failure);
            }
        }
    }

    private static void join(Thread delivering) throws IOException {
        try {
            delivering.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stopping);
        }
    }

    private void deliver(OutputStream out) {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        long sent = 0;
        try {
            while (awaitMoreThan(sent)) {
                piece.clear();
                int read = spool.read(piece, sent);
                out.write(piece.array(), 0, read);
                sent += read;
                if (isCaughtUp(sent)) {
                    sent = 0;
                    out.flush();
                }
            }
        } catch (IOException clientIsGone) {
            synchronized (this) {
                failure = clientIsGone;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitMoreThan(long sent) throws InterruptedException {
        while (sent == written && !complete) {
            wait();
        }
        return sent < written;
    }

    /** Whether nothing waits; then the file is empty again. */
    private synchronized boolean isCaughtUp(long sent) throws IOException {
        if (sent < written) {
            return false;
        }
        spool.truncate(0);
        written = 0;
        return true;
    }

    /** Drops what was not delivered. */
    @Override
    public void close() throws IOException {
        Thread delivering = thread;
        if (delivering != null) {
            delivering.interrupt();
        }
        spool.close();
        Files.deleteIfExists(file);
    }
}

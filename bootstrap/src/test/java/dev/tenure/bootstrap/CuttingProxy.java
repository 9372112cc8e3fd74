package dev.tenure.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and the server, and cuts connections at random: while the request goes out, or while the
 * answer comes back, so that a client can't know what became of its request.
 */
final class CuttingProxy implements AutoCloseable {

    private static final int LONGEST_LIFE_BYTES = 6_000;

    private final URI server;
    private final ServerSocket listener;
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random;

    CuttingProxy(URI server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        try {
            this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        pumps.execute(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** How many connections were cut so far. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket upstream = new Socket(server.getHost(), server.getPort());
                Line line = new Line(client, upstream, allowance());
                pumps.execute(() -> line.pump(client, upstream));
                pumps.execute(() -> line.pump(upstream, client));
            } catch (IOException closed) {
                // Either the listener, and the loop ends; or one connection, and the next one comes.
            }
        }
    }

    /** How many bytes a connection carries, in both directions together, before it is cut. */
    private synchronized int allowance() {
        return random.nextInt(LONGEST_LIFE_BYTES);
    }

    @Override
    public void close() {
        closeQuietly(listener);
        pumps.shutdownNow();
    }

    private static void closeQuietly(@Nullable AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception alreadyBroken) {
            // That is what was wanted.
        }
    }

    private final class Line {

        private final Socket client;
        private final Socket upstream;
        private final AtomicInteger left;

        Line(Socket client, Socket upstream, int allowance) {
            this.client = client;
            this.upstream = upstream;
            this.left = new AtomicInteger(allowance);
        }

        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[512];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int before = left.getAndAdd(-read);
                    if (before < read) {
                        out.write(buffer, 0, Math.max(0, before));
                        cuts.incrementAndGet();
                        break;
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException broken) {
                // The other side was cut.
            } finally {
                closeQuietly(client);
                closeQuietly(upstream);
            }
        }
    }
}

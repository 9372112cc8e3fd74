package dev.tenure.benchmarks.server;

import dev.tenure.benchmarks.BenchmarkException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A running {@code tenure serve}. */
public final class Server implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final URI uri;
    private final long startupMillis;

    private Server(Process process, URI uri, long startupMillis) {
        this.process = process;
        this.uri = uri;
        this.startupMillis = startupMillis;
    }

    /** Starts a server with the launcher, on a free port, and waits until it is ready. */
    public static Server start(Launcher launcher, Path log) {
        try {
            int port = freePort();
            List<String> command = launcher.command("serve", "--port", Integer.toString(port));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(launcher.environment());
            HttpClient client = HttpClient.newHttpClient();
            long begin = System.nanoTime();
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            URI uri = URI.create("http://127.0.0.1:" + port);
            awaitReady(client, process, uri, begin, log);
            return new Server(process, uri, (System.nanoTime() - begin) / 1_000_000);
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be started: %s".formatted(launcher.script(), e.getMessage()), e);
        }
    }

    private static void awaitReady(HttpClient client, Process process, URI uri, long begin, Path log) {
        HttpRequest ready = HttpRequest.newBuilder(uri.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        while (true) {
            if (!process.isAlive()) {
                throw new BenchmarkException("the server ended before it was ready; its log is " + log);
            }
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            } catch (InterruptedException e) {
                process.destroy();
                Thread.currentThread().interrupt();
                throw new BenchmarkException("interrupted while the server started", e);
            }
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new BenchmarkException(
                        "the server was not ready within %s; its log is %s".formatted(PATIENCE, log));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public URI uri() {
        return uri;
    }

    /** From the start of the process to the first 200 of its readiness check. */
    public long startupMillis() {
        return startupMillis;
    }

    /** The process of the JVM, which the launcher becomes. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

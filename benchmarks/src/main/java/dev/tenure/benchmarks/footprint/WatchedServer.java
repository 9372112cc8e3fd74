package dev.tenure.benchmarks.footprint;

import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.server.Processes;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server with JaCoCo's agent and a database of its own. */
final class WatchedServer implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 120;

    private final Path jar;
    private final Path data;
    private final int agentPort;
    private final URI uri;
    private final Process process;

    private WatchedServer(Path jar, Path data, int agentPort, URI uri, Process process) {
        this.jar = jar;
        this.data = data;
        this.agentPort = agentPort;
        this.uri = uri;
        this.process = process;
    }

    static WatchedServer start(Path jar, Path agent, Path data) throws IOException, InterruptedException {
        int agentPort = freePort();
        URI uri = URI.create("http://127.0.0.1:" + freePort());
        List<String> command = List.of(
                java(),
                "-javaagent:%s=output=tcpserver,address=127.0.0.1,port=%d,includes=dev.tenure.*"
                        .formatted(agent, agentPort),
                "-jar",
                jar.toString(),
                "serve",
                "--port",
                Integer.toString(uri.getPort()),
                "--data-dir",
                data.resolve("data").toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("log").toFile())
                .start();
        WatchedServer server = new WatchedServer(jar, data, agentPort, uri, process);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(uri.resolve("/health/ready")).build();
        for (int i = 0; i < PATIENCE_SECONDS * 10 && process.isAlive(); i++) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        close();
        throw new BenchmarkException("the server did not get ready; its log is " + data.resolve("log"));
    }

    /** Runs a command beside the server, and returns its output. */
    String command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data-dir", data.resolve("data").toString()));
        return Processes.output(command, Map.of());
    }

    Path jar() {
        return jar;
    }

    URI uri() {
        return uri;
    }

    int agentPort() {
        return agentPort;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

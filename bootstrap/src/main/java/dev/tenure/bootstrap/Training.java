package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.TenureCommand;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does once what most runs of Tenure do, in one process and on a data directory of its own. The JVM archives the loaded
 * classes, and later runs start from that archive. The launcher runs this.
 */
public final class Training {

    private static final List<String> PATHS =
            List.of("/health/live", "/health/ready", "/v1/orders", "/openapi.json", "/metrics");

    private final TenureInstallation installation;
    private final String dataDirectory;

    private Training(Path dataDirectory) {
        this.dataDirectory = dataDirectory.toString();
        // The user's settings are for the user's own data.
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("TENURE_") || name.startsWith("OTEL_"));
        this.installation = new TenureInstallation(environment);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Main.speakEnglish();
        Path folder = Files.createTempDirectory("tenure-start");
        try {
            // When this runs as root, PostgreSQL runs as another user, who needs access.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            Training training = new Training(folder.resolve("data"));
            training.run("quickstart", "--exit", "--port", "0");
            training.serve();
            training.run("order", "list", "--tenant", "demo");
            training.run("order", "list", "--tenant", "demo", "--output", "json");
        } finally {
            delete(folder);
        }
    }

    private void run(String... command) {
        String[] args = List.of(command).toArray(new String[command.length + 2]);
        args[command.length] = "--data-dir";
        args[command.length + 1] = dataDirectory;
        int exitCode = TenureCommand.run(installation, args);
        if (exitCode != 0) {
            throw new IllegalStateException("%s ended with %d".formatted(String.join(" ", command), exitCode));
        }
    }

    private void serve() throws IOException, InterruptedException {
        Map<String, String> flags = Map.of("data-dir", dataDirectory, "port", "0");
        try (Installation.Server server = installation.serve(flags, true, unused -> {})) {
            HttpClient client = HttpClient.newHttpClient();
            for (String path : PATHS) {
                URI uri = server.uri().resolve(path);
                client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package dev.tenure.bootstrap.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.TenureCommand;
import dev.tenure.adapter.cli.Terminal;
import dev.tenure.adapter.http.limits.TimeLimit;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.rest.RestServer;
import dev.tenure.application.UseCases;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.domain.shared.Permission;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Two installations that are alike: one is used over HTTP, the other at a terminal. */
final class TwoDoors implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Who did it and in which request: the one thing in which the doors must differ. */
    private static final Set<String> OF_THE_DOOR = Set.of("createdBy", "actor");

    private static final CommandChecks CHECKS = new CommandChecks(InMemoryTenure.validator());

    private final InMemoryTenure served = InMemoryTenure.withDemo();
    private final InMemoryTenure typed = InMemoryTenure.withDemo();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RestServer server = new RestServer(
            HttpConfig.USUAL.at(HttpConfig.LOOPBACK, 0),
            served.useCases(),
            CHECKS,
            () -> true,
            Telemetry.withoutTraces(),
            TimeLimit::none);
    private final String key = served.useCases()
            .tenants()
            .createApiKey()
            .create(new CreateApiKeyCommand("demo", "a key", Permission.ALL, null))
            .key();

    TwoDoors() {
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Lets time pass on both sides. */
    void advance(Duration duration) {
        served.clock().advance(duration);
        typed.clock().advance(duration);
    }

    /** What came of a request or a command: the documents of its answer, or of the error. */
    record Answer(boolean accepted, List<JsonNode> documents) {

        /** The first document. */
        JsonNode json() {
            return documents.get(0);
        }
    }

    Answer get(String path) {
        return http("GET", path, "application/json", new byte[0]);
    }

    /** Sends a JSON body. */
    Answer http(String method, String path, byte[] body) {
        return http(method, path, "application/json", body);
    }

    Answer http(String method, String path, String contentType, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(server.uri().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + key)
                .header("Tenant-ID", "demo")
                .header("Content-Type", contentType)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode() < 300, documents(response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Types a command that reads these bytes from standard input and prints JSON. */
    Answer cli(byte[] input, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new ByteArrayInputStream(input), out, err, Map.of("TENURE_TENANT", "demo"), () -> false);
        String[] args = new String[command.length + 2];
        System.arraycopy(command, 0, args, 0, command.length);
        args[command.length] = "-o";
        args[command.length + 1] = "json";
        int exitCode = TenureCommand.run(new InMemoryInstallation(typed), terminal, args);
        return new Answer(exitCode == 0, documents((out.size() == 0 ? err : out).toByteArray()));
    }

    Answer cli(String... command) {
        return cli(new byte[0], command);
    }

    private static List<JsonNode> documents(byte[] json) {
        try (MappingIterator<JsonNode> documents =
                JSON.readerFor(JsonNode.class).readValues(json)) {
            List<JsonNode> all = documents.readAll();
            all.forEach(TwoDoors::neutral);
            return all;
        } catch (IOException notJson) {
            throw new AssertionError("not JSON: " + new String(json, StandardCharsets.UTF_8), notJson);
        }
    }

    private static void neutral(JsonNode node) {
        if (node instanceof ObjectNode object) {
            OF_THE_DOOR.stream().filter(object::has).forEach(field -> object.put(field, "-"));
            object.remove("requestId"); // A command has none.
        }
        node.forEach(TwoDoors::neutral);
    }

    /** What the commands need of a program, on one installation in memory. */
    private record InMemoryInstallation(InMemoryTenure tenure) implements Installation {

        @Override
        public String version() {
            return "1.2.3";
        }

        @Override
        public List<Setting> settings(Map<String, String> flags) {
            return List.of();
        }

        @Override
        public Session open(Map<String, String> flags, Consumer<String> progress) {
            return new Session() {
                @Override
                public UseCases useCases() {
                    return tenure.useCases();
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public CommandChecks commandChecks() {
            return CHECKS;
        }

        @Override
        public int migrate(Map<String, String> flags, Consumer<String> progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Server serve(Map<String, String> flags, boolean migrate, Consumer<String> progress) {
            throw new UnsupportedOperationException();
        }
    }
}

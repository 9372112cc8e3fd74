package dev.tenure.benchmarks.footprint;

import dev.tenure.benchmarks.Api;
import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.Json;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jacoco.core.tools.ExecDumpClient;
import org.jacoco.core.tools.ExecFileLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Counts the code that one request runs: resets the counters, sends it, reads them, and subtracts what an idle server
 * runs.
 */
@Command(
        name = "benchmarks/footprint",
        mixinStandardHelpOptions = true,
        description = "Counts the source files and methods of Tenure that one POST /v1/orders of one item enters.")
public final class Footprint implements Callable<Integer> {

    private static final String TENANT = "footprint";

    @Option(names = "--jar", required = true, description = "The jar to look at; usually that of this checkout.")
    private @Nullable Path jar;

    @Option(names = "--warm-up", description = "Orders placed before the counted one; default: ${DEFAULT-VALUE}.")
    private int warmUp = 1;

    @Option(names = "--idle-seconds", description = "How long the idle server is watched; default: ${DEFAULT-VALUE}.")
    private int idleSeconds = 15;

    @Option(names = "--methods", description = "List each method as well.")
    private boolean methods;

    @Spec
    private CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Footprint())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (!(e instanceof BenchmarkException)) {
                        throw e;
                    }
                    line.getErr().println("error: " + e.getMessage());
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("tenure-footprint");
        try (WatchedServer server = WatchedServer.start(java.util.Objects.requireNonNull(jar), agent(), data)) {
            server.command("tenant", "create", TENANT, "--currency", "EUR");
            String key = Json.read(server.command("api-key", "create", "--tenant", TENANT, "-o", "json"))
                    .path("key")
                    .asText();
            Api api = new Api(server.uri(), new Api.Tenant(TENANT, key));
            api.send("POST", "/v1/products/csv", "text/csv", BodyPublishers.ofString(CATALOG));
            for (int i = 0; i < warmUp; i++) {
                place(api, i);
            }

            dump(server);
            TimeUnit.SECONDS.sleep(idleSeconds);
            Entered idle = Entered.read(dump(server), server.jar());
            place(api, warmUp);
            Entered request = Entered.read(dump(server), server.jar()).without(idle);

            PrintWriter out = spec.commandLine().getOut();
            request.print(out, methods);
            out.printf("%nTaken off: %d methods that the idle server entered in %d s.%n", idle.size(), idleSeconds);
            out.flush();
        }
        return 0;
    }

    private static final String CATALOG = """
            Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
            Laptop 14,LAPTOP-14,Laptops,Acme,"14-inch, 32 GB",A,Black,LAPTOP-14-32,1999.00,1500.00,129.00,99.00,79.00,59.00
            """;

    private static void place(Api api, int number) {
        HttpRequest request = api.request("/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "footprint-" + number)
                .POST(BodyPublishers.ofString(order(number)))
                .build();
        HttpResponse<String> response = api.exchange(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new BenchmarkException(
                    "the order was answered with %d: %s".formatted(response.statusCode(), response.body()));
        }
    }

    private static String order(int number) {
        return """
                {"customer": {"email": "jane-%d@example.com", "firstName": "Jane", "lastName": "Doe", "customerType": "individual"},
                 "billingAddress": {"contactName": "Jane Doe", "streetAddress": "Main Street 1", "city": "Rotterdam",
                                    "postalCode": "3011 AA", "country": "Netherlands"},
                 "items": [{"sku": "LAPTOP-14-32", "quantity": 1, "contractLength": 24}]}
                """.formatted(number);
    }

    /** Reads and resets the counters. */
    private static ExecFileLoader dump(WatchedServer server) throws IOException {
        ExecDumpClient client = new ExecDumpClient();
        client.setReset(true);
        return client.dump(InetAddress.getLoopbackAddress(), server.agentPort());
    }

    /** The agent is one of the libraries of the benchmarks. */
    private static Path agent() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> entry.contains("org.jacoco.agent"))
                .map(Path::of)
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("JaCoCo's agent is not on the class path"));
    }
}

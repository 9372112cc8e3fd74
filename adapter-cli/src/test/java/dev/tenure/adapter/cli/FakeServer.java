package dev.tenure.adapter.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenure.adapter.json.shared.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** As much of the HTTP API as the tour needs: each request is typed as a command. */
final class FakeServer implements AutoCloseable {

    static {
        // Without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final Shell shell;
    private final List<String> requests = new ArrayList<>();
    private final List<String> idempotencyKeys = new ArrayList<>();
    private String breaksAt = "never";

    FakeServer(Shell shell) throws IOException {
        this.shell = shell;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    List<String> requests() {
        return requests;
    }

    List<String> idempotencyKeys() {
        return idempotencyKeys;
    }

    /** From now on a request that begins so is answered with an error. */
    void breakAt(String request) {
        breaksAt = request;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        requests.add(request);
        String idempotencyKey = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        if (idempotencyKey != null) {
            idempotencyKeys.add(idempotencyKey);
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean authentic = authorization.startsWith("Bearer ")
                && shell.tenure()
                        .useCases()
                        .tenants()
                        .authenticateKey()
                        .authenticate(authorization.substring("Bearer ".length()))
                        .isPresent()
                && "demo".equals(exchange.getRequestHeaders().getFirst("Tenant-ID"));
        if (!authentic) {
            answer(exchange, 401, "{\"error\": {\"code\": \"INVALID_TOKEN\", \"message\": \"who are you?\"}}");
        } else if (request.startsWith(breaksAt)) {
            answer(exchange, 503, "{\"error\": {\"code\": \"OVERLOADED\", \"message\": \"come back later\"}}");
        } else {
            Shell.Run run = shell.typing(body).run(command(request, body));
            boolean created = request.equals("POST /v1/orders") || request.equals("POST /v1/subscriptions");
            answer(exchange, run.exitCode() != 0 ? 400 : created ? 201 : 200, run.out() + run.err());
        }
    }

    private static String[] command(String request, byte[] body) {
        String line;
        if (request.equals("POST /v1/orders")) {
            line = "order create -f -";
        } else if (request.startsWith("POST /v1/orders/")) {
            line = "order confirm " + orderId(request);
        } else if (request.equals("POST /v1/subscriptions")) {
            Map<?, ?> unit = (Map<?, ?>) Objects.requireNonNull(JsonReader.read(JsonReader.utf8(body)));
            line = "subscription create %s --sku %s --serial %s"
                    .formatted(unit.get("orderId"), unit.get("sku"), unit.get("assetSerialNumber"));
        } else {
            line = "order show " + orderId(request);
        }
        return (line + " -o json --tenant demo").split(" ", -1);
    }

    private static String orderId(String request) {
        return request.replaceFirst(".*/v1/orders/([^/]+).*", "$1");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

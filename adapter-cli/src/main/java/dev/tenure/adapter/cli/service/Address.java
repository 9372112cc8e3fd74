package dev.tenure.adapter.cli.service;

import dev.tenure.adapter.cli.shared.UsageProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server listens. */
public final class Address {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The port to listen on, 0 for any that is free; or set TENURE_PORT.")
    private @Nullable Integer port;

    @Option(names = "--host", paramLabel = "H", description = "The address to listen on; or set TENURE_HOST.")
    private @Nullable String host;

    /** The settings with these options added. */
    public Map<String, String> addTo(Map<String, String> flags) {
        Map<String, String> all = new LinkedHashMap<>(flags);
        if (port != null) {
            if (port < 0 || port > LAST_PORT) {
                throw new UsageProblem("--port must be 0 to %d, not %d".formatted(LAST_PORT, port));
            }
            all.put("port", port.toString());
        }
        if (host != null) {
            all.put("host", host);
        }
        return all;
    }
}

package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.InstallationProblem;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Traces, if the environment names a receiver: configured by OpenTelemetry's own variables ({@code OTEL_…}). Without a
 * receiver, no class of the SDK is loaded.
 */
final class Traces implements AutoCloseable {

    private static final Set<String> SWITCHES =
            Set.of("OTEL_TRACES_EXPORTER", "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT");

    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name", "tenure",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    private final OpenTelemetry openTelemetry;

    private Traces(OpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
    }

    /** @throws InstallationProblem when the variables can't be used */
    static Traces of(Map<String, String> environment) {
        if (!isOn(environment)) {
            return new Traces(OpenTelemetry.noop());
        }
        try {
            return new Traces(Sdk.configured(environment));
        } catch (RuntimeException unusable) {
            throw new InstallationProblem(
                    "tracing can't be set up by the OTEL_ variables: " + unusable.getMessage(), unusable);
        }
    }

    private static boolean isOn(Map<String, String> environment) {
        return !Boolean.parseBoolean(environment.get("OTEL_SDK_DISABLED"))
                && !"none".equals(environment.get("OTEL_TRACES_EXPORTER"))
                && SWITCHES.stream()
                        .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    OpenTelemetry openTelemetry() {
        return openTelemetry;
    }

    /** Sends the remaining spans. */
    @Override
    public void close() {
        if (openTelemetry instanceof AutoCloseable sdk) {
            Sdk.close(sdk);
        }
    }

    /** The part that needs the classes of the SDK. */
    private static final class Sdk {

        static OpenTelemetry configured(Map<String, String> environment) {
            return AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .addPropertiesCustomizer(unused -> properties(environment))
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
        }

        private static Map<String, String> properties(Map<String, String> environment) {
            return environment.entrySet().stream()
                    .filter(variable -> variable.getKey().startsWith("OTEL_"))
                    .collect(Collectors.toMap(
                            variable ->
                                    variable.getKey().toLowerCase(Locale.ROOT).replace('_', '.'),
                            Map.Entry::getValue));
        }

        static void close(AutoCloseable sdk) {
            ((OpenTelemetrySdk) sdk).close();
        }
    }
}

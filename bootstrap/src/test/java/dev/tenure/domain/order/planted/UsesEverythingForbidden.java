package dev.tenure.domain.order.planted;

import io.github.bucket4j.Bucket;
import io.javalin.Javalin;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.eclipse.jetty.server.Server;
import org.jooq.DSLContext;
import picocli.CommandLine;

/** Libraries, floating point, the clock, the console and a field that changes: all in the model. */
public final class UsesEverythingForbidden {

    private double amount;

    public Instant use(
            DSLContext jooq,
            Javalin javalin,
            Server jetty,
            HttpServletRequest servlet,
            CommandLine picocli,
            MeterRegistry meters,
            Tracer tracer,
            Bucket bucket) {
        amount = amount + jooq.hashCode() + javalin.hashCode() + picocli.hashCode();
        amount = amount + jetty.hashCode() + servlet.hashCode();
        amount = amount + meters.hashCode() + tracer.hashCode() + bucket.hashCode();
        System.out.println(amount);
        return Instant.now();
    }
}

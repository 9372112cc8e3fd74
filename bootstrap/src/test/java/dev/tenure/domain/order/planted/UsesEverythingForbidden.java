package dev.tenure.domain.order.planted;

import io.javalin.Javalin;
import java.time.Instant;
import org.jooq.DSLContext;
import picocli.CommandLine;

/** Libraries, floating point, the clock, the console and a field that changes: all in the model. */
public final class UsesEverythingForbidden {

    private double amount;

    public Instant use(DSLContext jooq, Javalin javalin, CommandLine picocli) {
        amount = amount + jooq.hashCode() + javalin.hashCode() + picocli.hashCode();
        System.out.println(amount);
        return Instant.now();
    }
}

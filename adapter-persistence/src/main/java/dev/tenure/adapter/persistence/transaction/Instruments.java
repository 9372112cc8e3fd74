package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.RoundTrips.RoundTrip;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;

/**
 * Metrics and traces of the database: a span for each transaction and each of its statements, and the number of
 * transactions that were retried after a conflict. The text of a statement has a ? for each value, so no span contains
 * data.
 */
public final class Instruments {

    private static final String SPAN = Instruments.class.getName() + ".span";
    private static final int MOST_TEXT = 2000;
    private static final List<String> SETTINGS = List.of("begin", "set local ", "select set_config(");

    private final @Nullable Counter lost;
    private final @Nullable Tracer tracer;

    private Instruments(@Nullable Counter lost, @Nullable Tracer tracer) {
        this.lost = lost;
        this.tracer = tracer;
    }

    /** Records nothing: for commands at the terminal. */
    public static Instruments none() {
        return new Instruments(null, null);
    }

    public static Instruments of(MeterRegistry meters, OpenTelemetry tracing) {
        Counter lost = Counter.builder("tenure.transactions.lost")
                .description("Transactions that lost to another one, and were run again or given up")
                .register(meters);
        return new Instruments(
                lost, tracing.equals(OpenTelemetry.noop()) ? null : tracing.getTracer("dev.tenure.persistence"));
    }

    /** Counts a transaction that lost a conflict. */
    void lost() {
        if (lost != null) {
            lost.increment();
        }
    }

    /** Runs a transaction, with all its attempts, in one span. */
    <T> T transaction(Supplier<T> work) {
        if (tracer == null) {
            return work.get();
        }
        Span span = tracer.spanBuilder("transaction").startSpan();
        Scope scope = span.makeCurrent();
        try {
            return work.get();
        } catch (RuntimeException | Error failed) {
            failed(span, failed);
            throw failed;
        } finally {
            scope.close();
            span.end();
        }
    }

    // The message of an exception may contain data; its class does not.
    private static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR)
                .setAttribute("error.type", failure.getClass().getName());
    }

    /** Sends statements in one round trip, in one span. */
    void roundTrip(String sql, RoundTrip roundTrip) throws SQLException {
        if (tracer == null || !Span.fromContext(Context.current()).isRecording()) {
            roundTrip.run();
            return;
        }
        Span span = statement(tracer, sql);
        try {
            roundTrip.run();
        } catch (SQLException | RuntimeException | Error failed) {
            failed(span, failed);
            throw failed;
        } finally {
            span.end();
        }
    }

    private static Span statement(Tracer tracer, @Nullable String sql) {
        String operation = operation(sql);
        Span span = tracer.spanBuilder(operation).setSpanKind(SpanKind.CLIENT).startSpan();
        span.setAttribute("db.system.name", "postgresql").setAttribute("db.operation.name", operation);
        if (sql != null) {
            span.setAttribute("db.query.text", sql.substring(0, Math.min(sql.length(), MOST_TEXT)));
        }
        return span;
    }

    // The first statements may only begin the transaction and set variables.
    private static String operation(@Nullable String sql) {
        if (sql == null) {
            return "batch";
        }
        int begin = 0;
        while (isSetting(sql, begin) && sql.indexOf("; ", begin) > 0) {
            begin = sql.indexOf("; ", begin) + 2;
        }
        if (isSetting(sql, begin)) {
            return "set";
        }
        int end = begin;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return end == begin ? "statement" : sql.substring(begin, end);
    }

    private static boolean isSetting(String sql, int begin) {
        return SETTINGS.stream().anyMatch(setting -> sql.startsWith(setting, begin));
    }

    /** Traces each statement. */
    ExecuteListener statements() {
        return tracer == null ? new ExecuteListener() {} : new TracedStatements(tracer);
    }

    private static final class TracedStatements implements ExecuteListener {

        private final Tracer tracer;

        TracedStatements(Tracer tracer) {
            this.tracer = tracer;
        }

        @Override
        public void executeStart(ExecuteContext context) {
            if (!Span.fromContext(Context.current()).isRecording()) {
                return;
            }
            Span span = statement(tracer, context.sql());
            context.data(SPAN, span);
        }

        @Override
        public void exception(ExecuteContext context) {
            if (context.data(SPAN) instanceof Span span && context.exception() != null) {
                failed(span, context.exception());
            }
        }

        @Override
        public void end(ExecuteContext context) {
            if (context.data(SPAN) instanceof Span span) {
                span.end();
            }
        }
    }
}

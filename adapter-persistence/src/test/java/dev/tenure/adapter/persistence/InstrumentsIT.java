package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.TenantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a database that is watched tells of its work. */
class InstrumentsIT extends JooqPorts implements StoreWithCustomersContract {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk tracing = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .build();
    private final Database database = Database.open(TestDatabase.server().settings(), meters, tracing);
    private final JooqTransactions watched = database.transactions();

    @AfterEach
    void close() {
        database.close();
        tracing.close();
    }

    @Test
    void a_transaction_and_its_statements_are_spans_below_that_of_the_request() {
        TenantId tenant = aTenantWithCustomers();
        Span request = tracing.getTracer("test").spanBuilder("request").startSpan();
        try (Scope scope = request.makeCurrent()) {
            assertThat(scope).isNotNull();
            JooqCustomerRepository customers = new JooqCustomerRepository(watched);
            assertThat(watched.forTenant(
                            tenant, () -> customers.findByEmail(new EmailAddress("jane.personal@example.com"))))
                    .isEmpty();
        } finally {
            request.end();
        }

        List<SpanData> spans = exporter.getFinishedSpanItems();
        SpanData statement = named(spans, "select");
        SpanData transaction = named(spans, "transaction");
        assertThat(spans).allSatisfy(span -> assertThat(span.getTraceId())
                .isEqualTo(request.getSpanContext().getTraceId()));
        assertThat(transaction.getParentSpanId())
                .isEqualTo(request.getSpanContext().getSpanId());
        assertThat(statement.getParentSpanId()).isEqualTo(transaction.getSpanId());
        assertThat(statement.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.system.name")))
                .isEqualTo("postgresql");
        assertThat(statement.getAttributes().get(AttributeKey.stringKey("db.query.text")))
                .contains("from \"customer\"")
                .contains("?");
        assertThat(spans.toString()).doesNotContain("jane.personal");
    }

    @Test
    void what_failed_is_marked_by_its_class_and_not_by_its_message() {
        TenantId tenant = aTenant();

        assertThatThrownBy(() -> watched.forTenant(
                        tenant, () -> watched.sql().execute("select cast(? as integer)", "jane.personal@example.com")))
                .isInstanceOf(DataAccessException.class);

        List<SpanData> spans = exporter.getFinishedSpanItems();
        assertThat(named(spans, "select").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(named(spans, "transaction").getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(spans.toString()).doesNotContain("jane.personal");
    }

    @Test
    void lost_transactions_and_the_pool_are_counted() {
        assertThatThrownBy(() -> watched.forInstallation(() -> {
                    throw new DataAccessException("lost", new SQLException("deadlock detected", "40P01"));
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(meters.get("tenure.transactions.lost").counter().count()).isEqualTo(4);
        assertThat(meters.get("hikaricp.connections.max").gauge().value()).isEqualTo(DatabaseSettings.USUAL_POOL_SIZE);
        assertThat(meters.get("hikaricp.connections.active").gauge().value()).isZero();
        assertThat(meters.get("hikaricp.connections.pending").gauge().value()).isZero();
    }

    @Test
    void an_error_of_the_server_does_not_repeat_the_row() throws IOException {
        TenantId tenant = aTenantWithCustomers();

        assertThatThrownBy(() -> watched.forTenant(tenant, () -> watched.sql()
                        .execute(
                                "update customer set email_key = ? where tenant_id = ? and customer_id = ?",
                                "sarah@techcorp.example",
                                tenant.value(),
                                "cust_peter")))
                .isInstanceOf(DataAccessException.class)
                .satisfies(failure -> assertThat(failure + " " + failure.getCause())
                        .contains("customer_email_key")
                        .doesNotContain("@"));
        assertThat(TestDatabase.server().log()).contains("customer_email_key").doesNotContain("sarah@techcorp.example");
    }

    private static SpanData named(List<SpanData> spans, String name) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + spans));
    }
}

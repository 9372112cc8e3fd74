package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;

/** Confirming an order fails here in every way there is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorTableTest {

    private volatile Throwable failure = new IllegalStateException();
    private final Api api = Api.running(
            HttpConfig.USUAL,
            useCases -> Doubles.confirmingWith(useCases, (caller, id) -> {
                throw ErrorTableTest.<RuntimeException>sneaky(failure);
            }));

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void unacceptable_data_is_400() {
        assertAnswered(new InvalidValue(CatalogError.INVALID_PRICING, "no price"), 400, "INVALID_PRICING");
        Reply reply = assertAnswered(
                new InvalidCommand(
                        CatalogError.VARIANT_NOT_FOUND, List.of(new FieldError("sku", "VARIANT_NOT_FOUND", "none"))),
                400,
                "VARIANT_NOT_FOUND");
        assertThat(reply.broken()).containsExactly("sku: VARIANT_NOT_FOUND");
    }

    @Test
    void what_is_not_there_is_404() {
        assertAnswered(new NotFound("order", "ord_1"), 404, "NOT_FOUND");
    }

    @Test
    void what_the_state_forbids_is_409() {
        assertAnswered(new RuleViolated(OrderError.ITEM_LOCKED, "locked", Map.of()), 409, "ITEM_LOCKED");
        assertAnswered(new IllegalTransition(OrderError.INVALID_STATUS, "no", Map.of()), 409, "INVALID_STATUS");
        assertAnswered(new Conflict(ApplicationError.CONFLICT, "moved on"), 409, "CONFLICT");
    }

    @Test
    void a_store_that_cannot_be_reached_is_503_and_worth_another_try() {
        Reply reply =
                assertAnswered(new Unavailable("no connection to 10.0.0.1", new IOException()), 503, "OVERLOADED");

        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.text()).doesNotContain("10.0.0.1");
    }

    @Test
    void an_unknown_outcome_is_503_under_its_own_code() {
        Reply reply = assertAnswered(new OutcomeUnknown(new IOException("reset")), 503, "OUTCOME_UNKNOWN");

        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.text()).doesNotContain("reset");
    }

    @Test
    void what_nobody_expected_is_500_without_internals_and_logged_once_under_the_request_id() {
        for (Throwable unexpected : new Throwable[] {
            new IllegalStateException("secret internals"),
            new StackOverflowError("secret internals"),
            new LinkageError("secret internals")
        }) {
            ListAppender<ILoggingEvent> lines = new ListAppender<>();
            lines.start();
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.addAppender(lines);
            Reply reply;
            try {
                reply = assertAnswered(unexpected, 500, "INTERNAL_ERROR");
            } finally {
                root.detachAppender(lines);
            }

            assertThat(reply.text()).doesNotContain("secret").doesNotContain("Exception");
            assertThat(lines.list).hasSize(1);
            assertThat(lines.list.get(0).getFormattedMessage()).contains(reply.header("X-Request-Id"));
            assertThat(lines.list.get(0).getMDCPropertyMap())
                    .containsEntry("requestId", reply.header("X-Request-Id"))
                    .containsEntry("tenant", "demo");
            assertThat(lines.list.get(0).getFormattedMessage())
                    .contains(unexpected.getClass().getName())
                    .contains("\tat dev.tenure.adapter.rest.ErrorTableTest")
                    .doesNotContain("secret");
        }
    }

    @Test
    void who_accepts_problem_details_gets_them_for_every_kind() {
        failure = new NotFound("order", "ord_1");

        for (String accept : new String[] {
            "application/problem+json",
            "application/json;q=0.9, application/problem+json",
            "text/html, Application/Problem+JSON"
        }) {
            Reply reply = api.post("/v1/orders/ord_1/confirm", "", "Accept", accept);

            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(reply.json().path("status").asInt()).isEqualTo(404);
            assertThat(reply.json().path("code").asText()).isEqualTo("NOT_FOUND");
            assertThat(reply.json().path("requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
        }
        assertThat(api.get("/nowhere", "Accept", "application/problem+json").header("Content-Type"))
                .isEqualTo("application/problem+json");
    }

    @Test
    void everybody_else_gets_the_envelope() {
        failure = new NotFound("order", "ord_1");

        for (String accept : new String[] {
            "*/*",
            "application/json",
            "text/html",
            "application/problem+json;q=0",
            "application/json, application/problem+json;q=0.9",
            "application/problem+json, application/json",
            "nonsense"
        }) {
            Reply reply = api.post("/v1/orders/ord_1/confirm", "", "Accept", accept);

            assertThat(reply.header("Content-Type")).as(accept).isEqualTo("application/json");
            assertThat(reply.code()).isEqualTo("NOT_FOUND");
        }
    }

    private Reply assertAnswered(Throwable thrown, int status, String code) {
        failure = thrown;
        Reply reply = api.post("/v1/orders/ord_1/confirm", "");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.json().at("/error/requestId").asText()).isEqualTo(reply.header("X-Request-Id"));
        return reply;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> RuntimeException sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}

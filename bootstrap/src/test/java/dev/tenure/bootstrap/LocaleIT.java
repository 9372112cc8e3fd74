package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped jar says is the same whatever the locale of the machine. */
@Timeout(180)
class LocaleIT {

    private static final String TENANT = "everywhere";

    /** Refused by the constraints of the command, some of which name numbers. */
    private static final String WRONG = Samples.businessOrder("no address")
            .replace("\"quantity\": 5", "\"quantity\": 100001")
            .replace("\"contractLength\": 12", "\"contractLength\": 7")
            .replace("Sarah", "S".repeat(1000));

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path data;
    private static Path order;
    private static String key;
    private static Said expected;

    @BeforeAll
    static void what_is_said_in_english() throws Exception {
        data = folder.resolve("data");
        order = Files.writeString(folder.resolve("order.json"), WRONG);
        TenureProcess.result(data, "tenant", "create", TENANT, "--currency", "EUR");
        key = JSON.readTree(TenureProcess.result(data, "api-key", "create", "--tenant", TENANT, "-o", "json"))
                .path("key")
                .asText();
        expected = said(Locale.ENGLISH);
        assertThat(expected.answer()).contains("size must be between 0 and 255", "(and 2 more)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl-NL", "ar-EG", "tr-TR"})
    void a_refusal_reads_the_same_over_http_and_at_the_terminal(String language) throws Exception {
        Said said = said(Locale.forLanguageTag(language));

        assertThat(said).isEqualTo(expected);
    }

    private static Said said(Locale locale) throws Exception {
        List<String> options =
                List.of("-Duser.language=" + locale.getLanguage(), "-Duser.country=" + locale.getCountry());
        try (TenureProcess server = TenureProcess.start(options, data, "serve", "--port", "0")) {
            Api api = new Api(server.awaitAddress(), TENANT, key);
            Api.Answer answer = api.post("/v1/orders", WRONG);
            assertThat(answer.status()).isEqualTo(400);
            return new Said(
                    withoutRequestId(answer.body()),
                    err(options, "order", "create", "-f", order.toString(), "--tenant", TENANT),
                    err(options, "order", "list", "--limit", "100000", "--tenant", TENANT));
        }
    }

    private static String withoutRequestId(JsonNode body) {
        ObjectNode rest = body.deepCopy();
        rest.withObject("/error").remove("requestId");
        return rest.toPrettyString();
    }

    private static String err(List<String> options, String... arguments) {
        try (TenureProcess command = TenureProcess.start(options, data, arguments)) {
            command.awaitExit();
            return command.err();
        }
    }

    private record Said(String answer, String create, String list) {}
}

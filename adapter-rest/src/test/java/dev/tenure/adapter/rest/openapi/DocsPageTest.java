package dev.tenure.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The document and its page, as a browser gets them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsPageTest {

    private static final Pattern OTHER_FILE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void the_document_is_json_of_openapi_3_1() {
        Reply reply = open("/openapi.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(reply.header("Cache-Control")).contains("max-age=300");
    }

    @Test
    void an_amount_keeps_the_decimals_that_it_was_written_with() {
        assertThat(open("/openapi.json").text()).contains("\"unitPrice\" : 89.00");
    }

    @Test
    void the_page_may_load_nothing_from_elsewhere_and_asks_for_nothing_from_there() {
        Reply page = open("/docs");

        assertThat(page.header("Content-Type")).isEqualToIgnoringWhitespace("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http")
                .doesNotContain("*");
        assertThat(otherFiles(page)).isNotEmpty().noneMatch(file -> file.contains("//"));
        assertThat(page.text())
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("onload");
    }

    @Test
    void every_file_that_the_page_names_is_there_and_may_be_kept_for_good() {
        List<String> files = otherFiles(open("/docs"));

        assertThat(files).hasSize(5).contains("openapi.json");
        for (String file : files) {
            Reply reply = open("/" + file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            if (file.startsWith("docs/")) {
                assertThat(reply.header("Cache-Control")).contains("immutable");
                assertThat(reply.header("Content-Type"))
                        .isEqualToIgnoringWhitespace(
                                file.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8");
            }
        }
    }

    @Test
    void a_file_of_another_edition_or_none_of_the_page_is_not_there() {
        String file = otherFiles(open("/docs")).get(0);
        String edition = file.substring(0, file.lastIndexOf('/'));

        assertThat(open("/docs/000000000000/swagger-ui.css").status()).isEqualTo(404);
        assertThat(open("/" + edition + "/openapi.yaml").status()).isEqualTo(404);
        assertThat(open("/" + edition + "/..%2fopenapi.json").status()).isIn(400, 404);
        assertThat(open("/" + edition + "/OpenApiAnswers.class").status()).isEqualTo(404);
    }

    private Reply open(String path) {
        return api.send(HttpRequest.newBuilder(api.uri(path)).build());
    }

    private static List<String> otherFiles(Reply page) {
        return OTHER_FILE
                .matcher(page.text())
                .results()
                .map((MatchResult file) -> file.group(1))
                .filter(file -> !file.startsWith("data:"))
                .toList();
    }
}

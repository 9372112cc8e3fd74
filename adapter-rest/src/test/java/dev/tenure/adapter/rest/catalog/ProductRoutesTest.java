package dev.tenure.adapter.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductRoutesTest {

    private static final String HEADER =
            "Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,"
                    + "6mo_Price,12mo_Price,24mo_Price,36mo_Price\n";

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "brand=Dell,DELL-U2722D",
        "category=Tablets,IPAD-PRO-12",
        "category=Tablets&brand=Dell,",
        "status=discontinued,",
        "brand=dell,"
    })
    void a_list_is_filtered(String query, String sku) {
        List<String> expected = sku == null ? List.of() : List.of(sku);

        assertThat(skus(api.get("/v1/products?" + query))).isEqualTo(expected);
    }

    @Test
    void a_list_is_paged() {
        List<String> visited = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            Reply page =
                    api.get("/v1/products?limit=1&status=active" + (cursor.isEmpty() ? "" : "&startAfter=" + cursor));
            visited.addAll(skus(page));
            cursor = page.json().path("nextCursor").asText();
        }

        assertThat(visited)
                .contains("MACBOOK-PRO-16", "IPAD-PRO-12", "DELL-U2722D")
                .doesNotHaveDuplicates();
    }

    @Test
    void an_unusable_filter_is_refused() {
        assertThat(api.get("/v1/products?status=inactive&grade=A").broken())
                .containsExactlyInAnyOrder("status: invalid_enum_value", "grade: unrecognized_keys");
    }

    @Test
    void a_file_may_be_the_body_itself() {
        Reply reply = upload((HEADER + row("RAW")).getBytes(StandardCharsets.UTF_8), "text/csv; charset=utf-8");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("created").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/summary/variantsCreated").asInt()).isEqualTo(1);
    }

    @Test
    void a_file_may_be_a_field_of_a_form() {
        String form = "--XyZ\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
                + "--XyZ\r\nContent-Disposition: form-data; name=\"csvFile\"; filename=\"products.csv\"\r\n"
                + "Content-Type: text/csv; charset=utf-8\r\n\r\n" + HEADER + row("F\u00d6RM") + "\r\n--XyZ--\r\n";

        Reply reply = upload(form.getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=\"XyZ\"");

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        assertThat(reply.json().path("created").asInt()).isEqualTo(1);
        assertThat(skus(api.get("/v1/products?brand=Brand"))).contains("P-F\u00d6RM");
    }

    @Test
    void what_was_imported_can_be_ordered() {
        upload((HEADER + row("ORDERED")).getBytes(StandardCharsets.UTF_8), "text/csv");

        assertThat(api.post("/v1/orders", Api.MINIMAL_ORDER.replace("MACBOOK-PRO-16-M3", "V-ORDERED"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void importing_a_file_again_updates() {
        byte[] file = (HEADER + row("AGAIN")).getBytes(StandardCharsets.UTF_8);
        upload(file, "text/csv");

        Reply reply = upload(file, "text/csv");

        assertThat(reply.json().path("created").asInt()).isZero();
        assertThat(reply.json().path("updated").asInt()).isEqualTo(1);
    }

    @Test
    void a_key_makes_no_difference_to_an_import_which_may_always_be_sent_again() {
        byte[] file = (HEADER + row("KEYED") + row("KEYED").replace("V-KEYED", "IPAD-PRO-12-M2"))
                .getBytes(StandardCharsets.UTF_8);

        for (int created = 1; created >= 0; created--) {
            Reply reply = api.send(
                    "POST", "/v1/products/csv", file, "Content-Type", "text/csv", "Idempotency-Key", "import-1");

            assertThat(reply.status()).as(reply.text()).isEqualTo(201);
            assertThat(reply.header("Idempotency-Replayed")).isEmpty();
            assertThat(reply.json().at("/summary/variantsCreated").asInt()).isEqualTo(created);
            assertThat(reply.json().at("/errors/0/row").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_file_as_a_spreadsheet_writes_it_is_read() {
        String file =
                "\uFEFF" + HEADER.toUpperCase(Locale.ROOT).replace(",", " , ").replace("\n", "\r\n")
                        + "MacBook Pro 16\",P-INCH,Category,Brand,\"Spec, long\",A,,V-INCH,100.00,80.00,,10.00,,\r\n";

        Reply reply = upload(file.getBytes(StandardCharsets.UTF_8), "text/csv");

        assertThat(reply.json().path("created").asInt()).as(reply.text()).isEqualTo(1);
        assertThat(api.get("/v1/products?search=P-INCH")
                        .json()
                        .at("/products/0/name")
                        .asText())
                .isEqualTo("MacBook Pro 16\"");
    }

    @Test
    void a_character_may_be_split_wherever_the_file_is_read_in_parts() {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < 400; i++) {
            file.append(row("S-" + i).replace("Spec", "\u00fc\u20ac\ud83d\udeb2".repeat(i % 90 + 1)));
        }

        assertThat(upload(file.toString().getBytes(StandardCharsets.UTF_8), "text/csv")
                        .json()
                        .path("errors"))
                .isEmpty();
    }

    @Test
    void a_file_that_breaks_off_inside_a_character_is_refused_as_a_whole() {
        byte[] whole = (HEADER + row("BROKEN") + "\u20ac").getBytes(StandardCharsets.UTF_8);

        assertThat(upload(Arrays.copyOf(whole, whole.length - 1), "text/csv").status())
                .isEqualTo(400);
        assertThat(skus(api.get("/v1/products?search=P-BROKEN"))).isEmpty();
    }

    @Test
    void a_file_of_several_mebibytes_is_taken_and_one_over_ten_is_not() {
        String filler = row("LARGE").replace("Spec", "S".repeat(4000));
        byte[] large = (HEADER + filler.repeat(1000)).getBytes(StandardCharsets.UTF_8);
        byte[] tooLarge = (HEADER + filler.repeat(2700)).getBytes(StandardCharsets.UTF_8);
        byte[] farTooLarge = (HEADER + filler.repeat(3500)).getBytes(StandardCharsets.UTF_8);

        assertThat(upload(large, "text/csv").status()).isEqualTo(201);
        assertThat(upload(tooLarge, "text/csv").code()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(upload(farTooLarge, "text/csv").code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    void a_file_without_the_documented_header_is_refused() {
        for (String file : new String[] {"", "\n\n", "a,b\n1,2\n", row("HEADLESS")}) {
            Reply reply = upload(file.getBytes(StandardCharsets.UTF_8), "text/csv");

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.broken()).containsExactly("header: required");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "text/plain", "application/vnd.ms-excel", "text/csv; charset=iso-8859-1"})
    void a_file_of_another_type_is_refused(String type) {
        assertThat(upload(HEADER.getBytes(StandardCharsets.UTF_8), type).status())
                .isEqualTo(415);
    }

    @Test
    void bytes_that_are_not_utf_8_and_nul_characters_are_refused() {
        assertThat(upload((HEADER + row("\u00e4")).getBytes(StandardCharsets.ISO_8859_1), "text/csv")
                        .code())
                .isEqualTo("VALIDATION_ERROR");
        assertThat(upload((HEADER + row("\0")).getBytes(StandardCharsets.UTF_8), "text/csv")
                        .code())
                .isEqualTo("VALIDATION_ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "--XyZ",
                "--XyZ--\r\n",
                "--XyZ\r\n\r\n--XyZ--\r\n",
                "--XyZ\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--XyZ--\r\n",
                "--XyZ\r\nContent-Disposition: form-data; name=\"csvFile\"\r\n\r\nnever ends"
            })
    void a_form_that_is_malformed_or_has_no_file_is_refused(String form) {
        Reply reply = upload(form.getBytes(StandardCharsets.UTF_8), "multipart/form-data; boundary=XyZ");

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void a_form_without_a_boundary_or_with_too_many_parts_is_refused() {
        String part = "--XyZ\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";

        assertThat(upload(new byte[] {'x'}, "multipart/form-data").status()).isEqualTo(400);
        assertThat(upload(
                                (part.repeat(1000) + "--XyZ--\r\n").getBytes(StandardCharsets.UTF_8),
                                "multipart/form-data; boundary=XyZ")
                        .status())
                .isEqualTo(400);
    }

    private Reply upload(byte[] body, String type) {
        return api.send("POST", "/v1/products/csv", body, "Content-Type", type);
    }

    private static String row(String name) {
        return "Name %1$s,P-%1$s,Category,Brand,Spec,A,,V-%1$s,100.00,80.00,,10.00,,\n".formatted(name);
    }

    private static List<String> skus(Reply reply) {
        List<String> skus = new ArrayList<>();
        reply.json()
                .path("products")
                .forEach(product -> skus.add(product.path("productSku").asText()));
        return skus;
    }
}

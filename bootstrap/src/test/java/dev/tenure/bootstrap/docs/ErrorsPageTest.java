package dev.tenure.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.rest.RestServer;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.docs.GeneratedPage;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.subscription.SubscriptionError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorsPageTest {

    private static final List<Class<? extends ErrorCode>> ENUMS = List.of(
            SharedError.class, ApplicationError.class, CatalogError.class, OrderError.class, SubscriptionError.class);

    private static final Map<String, Map<String, String>> SECTIONS = sections();

    @Test
    void the_page_lists_every_code_with_its_meaning() {
        StringBuilder page = new StringBuilder("""
                # Error codes

                Branch on the code, never on the message. A code never changes its meaning; new ones may come.
                """);
        SECTIONS.forEach((title, codes) -> {
            page.append("\n## ").append(title).append("\n\n| Code | Meaning |\n|---|---|\n");
            codes.forEach(
                    (code, meaning) -> page.append("| `%s` | %s |\n".formatted(code, meaning.replace("<", "&lt;"))));
        });

        GeneratedPage.check("docs/errors.md", page.toString());
    }

    @Test
    void no_enum_of_codes_is_left_out() {
        Set<String> enums = new ClassFileImporter()
                .importPackages("dev.tenure").stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.isAssignableTo(ErrorCode.class))
                        .filter(type -> type.getSource()
                                .map(source -> !source.getUri().toString().contains("test"))
                                .orElse(true))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(enums)
                .containsExactlyInAnyOrderElementsOf(
                        ENUMS.stream().map(Class::getName).toList());
    }

    @Test
    void the_openapi_document_names_every_code() throws IOException {
        String document;
        try (InputStream file = RestServer.class.getResourceAsStream("/dev/tenure/adapter/rest/openapi/openapi.json")) {
            document = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(SECTIONS.values().stream().flatMap(codes -> codes.keySet().stream()))
                .allMatch(code -> document.contains("`" + code + "`"));
    }

    @Test
    void no_code_stands_for_two_things() {
        List<String> names = SECTIONS.values().stream()
                .flatMap(codes -> codes.keySet().stream())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    private static Map<String, Map<String, String>> sections() {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        sections.put("The request", ofTheRequest());
        sections.put("Any operation", codes(SharedError.class));
        sections.put("What is there, and what changed meanwhile", codes(ApplicationError.class));
        sections.put("Catalog", codes(CatalogError.class));
        sections.put("Orders", codes(OrderError.class));
        sections.put("Subscriptions", codes(SubscriptionError.class));
        return sections;
    }

    /** Those of HTTP, by status. */
    private static Map<String, String> ofTheRequest() {
        Map<String, String> codes = new LinkedHashMap<>();
        Stream.of(HttpError.values())
                .sorted(Comparator.comparingInt(HttpError::status))
                .forEach(code -> codes.put(code.name(), code.meaning()));
        return codes;
    }

    private static Map<String, String> codes(Class<? extends ErrorCode> type) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ErrorCode code : type.getEnumConstants()) {
            codes.put(code.name(), code.meaning());
        }
        return codes;
    }
}

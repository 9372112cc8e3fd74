package dev.tenure.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the server serves is what the document has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesAndOperationsTest {

    private final Api api = Api.running();

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void every_route_is_an_operation_and_every_operation_a_route() {
        Set<String> served = new TreeSet<>(api.operations());
        Set<String> documented = Document.SERVED.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served).containsExactlyElementsOf(documented);
    }
}

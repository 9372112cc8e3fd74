package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final Shell shell = new Shell(tenure);
    private final FakeServer server;

    QuickstartTest() throws IOException {
        server = new FakeServer(new Shell(tenure));
    }

    @BeforeEach
    void a_server() {
        shell.installation().listensOn(server.uri());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void it_takes_one_order_from_placing_to_fulfilment_over_the_http_api() throws Exception {
        Shell.Run run = shell.run("quickstart", "--exit");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(server.requests())
                .hasSize(18)
                .startsWith("POST /v1/orders", "POST /v1/orders/ord_000001/confirm", "POST /v1/subscriptions");
        assertThat(server.idempotencyKeys()).hasSize(10).doesNotHaveDuplicates();
        Golden.assertMatches(
                "quickstart.txt",
                run.out().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8080").replaceAll("QS-\\w+-", "QS-LX2M8K1Q-"));
        assertThat(shell.installation().migrated()).isTrue();
        assertThat(shell.installation().stillOpen()).isZero();
    }

    @Test
    void what_it_prints_to_paste_is_a_key_that_works() {
        Shell.Run run = shell.run("quickstart", "--exit");

        String key = run.out().replaceAll("(?s).*Authorization: Bearer (\\S+)'.*", "$1");
        assertThat(tenure.useCases().tenants().authenticateKey().authenticate(key))
                .isPresent();
        assertThat(run.out())
                .contains("curl -s '%sv1/orders' -H 'Authorization: Bearer %s' -H 'Tenant-ID: demo'"
                        .formatted(server.uri(), key));
    }

    @Test
    void run_again_it_keeps_the_data_and_one_key() {
        shell.run("quickstart", "--exit");

        Shell.Run again = shell.run("quickstart", "--exit");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).contains("demo, unchanged", "unchanged, 10 products", "1 so far", "ord_000002", "8/8");
        assertThat(tenure.useCases().tenants().findApiKeys().ofTenant("demo"))
                .hasSize(2)
                .filteredOn(key -> key.revokedAt() == null)
                .hasSize(1);
    }

    @Test
    void without_exit_it_serves_on_until_it_is_asked_to_stop() {
        Shell.Run run = shell.run("quickstart", "--port", "8088");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("Serving until Ctrl-C.\n");
        assertThat(shell.installation().flags()).containsEntry("port", "8088");
    }

    @Test
    void a_step_that_fails_is_told_and_ends_it() {
        server.breakAt("POST /v1/subscriptions");

        Shell.Run run = shell.run("quickstart");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("error: STEP_FAILED: POST " + server.uri()
                        + "v1/subscriptions answered 503: OVERLOADED: come back later");
        assertThat(run.out()).contains("confirmed").doesNotContain("curl");
        assertThat(shell.installation().stillOpen()).isZero();
    }

    @Test
    void a_server_that_does_not_answer_is_told() {
        server.close();

        Shell.Run run = shell.run("quickstart");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("error: STEP_FAILED: POST " + server.uri() + "v1/orders got no answer");
    }

    @Test
    void a_port_that_is_taken_is_told() {
        shell.installation().failsWith(new InstallationProblem("port 8080 is taken; choose another with --port"));

        Shell.Run run = shell.run("quickstart");

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.err()).contains("error: INSTALLATION: port 8080 is taken");
    }

    @Test
    void it_works_in_its_own_tenant_only() {
        assertThat(shell.with("TENURE_TENANT", "acme")
                        .run("quickstart", "--exit")
                        .exitCode())
                .isZero();
        assertThat(tenure.useCases().tenants().find().all()).hasSize(1);
        assertThat(shell.run("quickstart", "--tenant", "acme").exitCode()).isEqualTo(2);
    }

    @Test
    void as_json_it_is_one_document() {
        Shell.Run run = shell.run("quickstart", "--exit", "-o", "json");

        assertThat(run.out())
                .startsWith("{\n  \"url\"")
                .contains("\"tenantId\": \"demo\"", "\"status\": \"fulfilled\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void colours_are_for_terminals() {
        List<String> plain = shell.run("quickstart", "--exit").lines();
        List<String> coloured = shell.onATerminal().run("quickstart", "--exit").lines();

        assertThat(plain).noneMatch(line -> line.contains("\u001B"));
        assertThat(coloured).anyMatch(line -> line.contains("\u001B[32m✓"));
    }
}

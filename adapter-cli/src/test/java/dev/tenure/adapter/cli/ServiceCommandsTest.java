package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceCommandsTest {

    private final Shell shell = new Shell(InMemoryTenure.empty());

    @Test
    void serve_says_where_it_listens_and_closes_when_it_was_asked_to_stop() {
        Shell.Run run = shell.run("serve", "--port", "0", "--host", "::1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("tenure 1.2.3 listens on http://127.0.0.1:8080/\n");
        assertThat(shell.installation().flags()).isEqualTo(Map.of("port", "0", "host", "::1"));
        assertThat(shell.installation().migrated()).isTrue();
        assertThat(shell.installation().stillOpen()).isZero();
    }

    @Test
    void serve_leaves_the_schema_alone_where_it_is_told_so() {
        Shell.Run run = shell.run("serve", "--no-migrate", "-o", "json");

        assertThat(run.out()).contains("\"url\": \"http://127.0.0.1:8080/\"", "\"version\": \"1.2.3\"");
        assertThat(shell.installation().migrated()).isFalse();
    }

    @Test
    void a_port_that_cannot_be_is_wrong_usage() {
        assertThat(shell.run("serve", "--port", "65536").err()).contains("--port must be 0 to 65535, not 65536");
        assertThat(shell.run("serve", "--port", "http").exitCode()).isEqualTo(2);
    }

    @Test
    void migrate_counts_what_it_did() {
        assertThat(shell.run("migrate").out()).isEqualTo("7 migrations applied\n");
        assertThat(shell.run("migrate", "-o", "json").out()).contains("\"migrations\": 7");
    }

    @Test
    void config_shows_where_each_setting_comes_from_and_no_secret() throws Exception {
        Shell.Run run = shell.run("config", "--port", "9999");

        Golden.assertMatches("config.txt", run.out());
        assertThat(run.out()).doesNotContain("hunter2");
        assertThat(shell.run("config", "-o", "json").out())
                .contains("\"settings\"")
                .doesNotContain("hunter2");
    }
}

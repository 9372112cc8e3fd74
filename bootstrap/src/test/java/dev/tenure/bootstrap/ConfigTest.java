package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.cli.Installation.Setting;
import dev.tenure.adapter.cli.InstallationProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {

    @TempDir
    Path folder;

    @Test
    void a_flag_wins_over_the_environment_and_that_over_the_file_and_that_over_the_default() throws IOException {
        Files.writeString(folder.resolve("tenure.properties"), "port=1\nhost=file.example.com\ndatabase-pool-size=3\n");
        Map<String, String> environment = Map.of("TENURE_PORT", "2", "TENURE_HOST", "env.example.com");

        Config config = new Config(Map.of("port", "3"), environment, folder);

        assertThat(config.port()).isEqualTo(3);
        assertThat(config.host()).isEqualTo("env.example.com");
        assertThat(config.poolSize()).isEqualTo(3);
        assertThat(config.stopTimeoutSeconds()).isEqualTo(10);
        assertThat(config.settings())
                .contains(
                        new Setting("port", "3", "flag --port"),
                        new Setting("host", "env.example.com", "environment TENURE_HOST"),
                        new Setting("database-pool-size", "3", "file " + folder.resolve("tenure.properties")),
                        new Setting("stop-timeout-seconds", "10", "default"));
    }

    @Test
    void a_blank_variable_hides_nothing() throws IOException {
        Files.writeString(folder.resolve("tenure.properties"), "port=1\n");

        Config config = config(Map.of("TENURE_PORT", " "));

        assertThat(config.port()).isEqualTo(1);
        assertThat(config.settings()).contains(new Setting("port", "1", "file " + folder.resolve("tenure.properties")));
    }

    @Test
    void a_blank_flag_is_refused_and_not_taken_for_the_default() {
        assertThatThrownBy(() -> new Config(Map.of("data-dir", ""), Map.of(), folder))
                .isInstanceOf(InstallationProblem.class)
                .hasMessage("--data-dir is given, but blank");
    }

    @Test
    void the_data_directory_follows_the_xdg_base_directories() {
        assertThat(config(Map.of("XDG_DATA_HOME", "/data", "HOME", "/home/ann")).dataDirectory())
                .isEqualTo(Path.of("/data/tenure"));
        assertThat(config(Map.of("HOME", "/home/ann")).dataDirectory())
                .isEqualTo(Path.of("/home/ann/.local/share/tenure"));
    }

    @Test
    void without_a_database_url_the_database_is_the_embedded_one() {
        assertThat(config(Map.of()).externalDatabase()).isEmpty();
    }

    @Test
    void an_external_database_has_one_login_unless_the_owner_has_another() {
        Map<String, String> environment = Map.of(
                "TENURE_DATABASE_URL", "postgresql://db:5432/tenure",
                "TENURE_DATABASE_USER", "app",
                "TENURE_DATABASE_PASSWORD", "secret");

        assertThat(config(environment).externalDatabase())
                .contains(new Config.ExternalDatabase(
                        "jdbc:postgresql://db:5432/tenure", "app", "secret", "app", "secret"));
    }

    @Test
    void a_database_url_without_a_user_is_refused() {
        Config config = config(Map.of("TENURE_DATABASE_URL", "jdbc:postgresql://db/tenure"));

        assertThatThrownBy(config::externalDatabase)
                .isInstanceOf(InstallationProblem.class)
                .hasMessageContaining("TENURE_DATABASE_USER");
    }

    @Test
    void an_unusable_value_is_refused_with_what_is_allowed_and_where_it_came_from() {
        Config config = config(Map.of("TENURE_PORT", "http"));

        assertThatThrownBy(config::port)
                .isInstanceOf(InstallationProblem.class)
                .hasMessage("port must be 0 to 65535, not http (environment TENURE_PORT)");
    }

    @Test
    void an_unknown_setting_in_the_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("tenure.properties"), "prot=8080\n");

        assertThatThrownBy(() -> config(Map.of()))
                .isInstanceOf(InstallationProblem.class)
                .hasMessageContaining("prot")
                .hasMessageContaining("port");
    }

    @Test
    void a_named_file_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> config(Map.of("TENURE_CONFIG", "absent.properties")))
                .isInstanceOf(InstallationProblem.class)
                .hasMessageContaining("absent.properties");
    }

    private Config config(Map<String, String> environment) {
        return new Config(Map.of(), environment, folder);
    }

    @Test
    void a_server_logs_json_with_its_requests_unless_told_otherwise() {
        assertThat(config(Map.of()).logFormat()).isEqualTo(LogSetup.Format.JSON);
        assertThat(config(Map.of()).logRequests()).isTrue();
        assertThat(config(Map.of("TENURE_LOG_FORMAT", "text")).logFormat()).isEqualTo(LogSetup.Format.TEXT);
        assertThat(config(Map.of("TENURE_LOG_REQUESTS", "false")).logRequests()).isFalse();
        assertThatThrownBy(() -> config(Map.of("TENURE_LOG_FORMAT", "xml")).logFormat())
                .isInstanceOf(InstallationProblem.class)
                .hasMessage("log-format must be json or text, not xml (environment TENURE_LOG_FORMAT)");
    }

    @Test
    void a_request_may_take_fifteen_seconds_unless_told_otherwise() {
        assertThat(config(Map.of()).requestTimeoutSeconds()).isEqualTo(15);
        assertThat(config(Map.of("TENURE_REQUEST_TIMEOUT_SECONDS", "5")).requestTimeoutSeconds())
                .isEqualTo(5);
        assertThatThrownBy(() ->
                        config(Map.of("TENURE_REQUEST_TIMEOUT_SECONDS", "0")).requestTimeoutSeconds())
                .isInstanceOf(InstallationProblem.class);
    }
}

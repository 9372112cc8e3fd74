package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.http.server.CannotListen;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.CommandChecks;
import org.junit.jupiter.api.Test;

class RestServerTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();

    @Test
    void port_0_is_any_free_port() {
        RestServer server = server(HttpConfig.USUAL.at("127.0.0.1", 0));
        server.start();
        try {
            assertThat(server.port()).isPositive();
            assertThat(server.uri()).hasToString("http://127.0.0.1:" + server.port());
        } finally {
            server.stop();
        }
    }

    @Test
    void listening_on_every_address_is_reachable_over_the_loopback() {
        RestServer server = server(HttpConfig.USUAL.at("0.0.0.0", 0));
        server.start();
        try {
            assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_taken_port_is_told_in_words() {
        RestServer first = server(HttpConfig.USUAL.at("127.0.0.1", 0));
        first.start();
        try {
            RestServer second = server(HttpConfig.USUAL.at("127.0.0.1", first.port()));

            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotListen.class)
                    .hasMessageContaining("127.0.0.1:" + first.port());
        } finally {
            first.stop();
        }
    }

    @Test
    void a_host_that_is_not_this_machine_is_told_in_words() {
        assertThatThrownBy(() -> server(HttpConfig.USUAL.at("203.0.113.7", 0)).start())
                .isInstanceOf(CannotListen.class);
        assertThatThrownBy(() ->
                        server(HttpConfig.USUAL.at("no-such-host.invalid", 0)).start())
                .isInstanceOf(CannotListen.class);
    }

    @Test
    void nonsense_is_no_configuration() {
        assertThatThrownBy(() -> HttpConfig.USUAL.at("127.0.0.1", 65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HttpConfig.USUAL.withPermits(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private RestServer server(HttpConfig config) {
        return new RestServer(config, tenure.useCases(), new CommandChecks(InMemoryTenure.validator()), () -> true);
    }
}

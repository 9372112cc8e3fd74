package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README. */
class QuickstartIT {

    @TempDir
    Path dataDirectory;

    @Test
    void the_tour_ends_with_a_fulfilled_order_and_can_be_taken_again() {
        TenureProcess first = TenureProcess.run(dataDirectory, "quickstart", "--port", "0", "--exit");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("pending", "confirmed", "partial", "8/8", "fulfilled", "622.00", "curl");

        TenureProcess second = TenureProcess.run(dataDirectory, "quickstart", "--port", "0", "--exit");
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out()).contains("fulfilled");
        assertThat(TenureProcess.result(dataDirectory, "order", "list", "--tenant", "demo", "--output", "json"))
                .contains("\"count\"")
                .containsPattern("\"count\"\\s*:\\s*2");
    }

    @Test
    void two_first_starts_at_once_share_one_new_database() {
        TenureProcess one = TenureProcess.start(dataDirectory, "tenant", "list");
        TenureProcess other = TenureProcess.start(dataDirectory, "tenant", "list");

        assertThat(one.awaitExit()).as(one.err()).isZero();
        assertThat(other.awaitExit()).as(other.err()).isZero();
    }

    @Test
    void a_taken_port_gets_a_clear_error() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            TenureProcess refused = TenureProcess.run(dataDirectory, "quickstart", "--port", port, "--exit");

            assertThat(refused.exitCode()).isEqualTo(6);
            assertThat(refused.err()).contains(port).doesNotContain("\tat ");
        }
    }
}

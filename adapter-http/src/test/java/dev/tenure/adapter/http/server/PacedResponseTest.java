package dev.tenure.adapter.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PacedResponseTest {

    private static final int LENGTH = 64 * 1024 * 1024;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, LENGTH);
                new PacedResponse(request, response, LENGTH, Duration.ofMillis(500))
                        .write(true, ByteBuffer.allocate(LENGTH), callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void a_client_that_takes_an_answer_gets_all_of_it_any_number_of_times_on_one_connection() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            for (int i = 0; i < 3; i++) {
                ask(socket);
                assertThat(headEnds(socket.getInputStream())).isTrue();
                socket.getInputStream().skipNBytes(LENGTH);
            }
        }
    }

    @Test
    void a_client_that_does_not_take_it_in_time_is_cut_off() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            ask(socket);
            TimeUnit.SECONDS.sleep(3);

            assertThat(connector.getConnectedEndPoints()).isEmpty();
            assertThat(countOf(socket.getInputStream())).isLessThan(LENGTH);
        }
    }

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean headEnds(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return false;
            }
            head.append((char) next);
        }
        return true;
    }

    private static long countOf(InputStream in) {
        long count = 0;
        try {
            while (in.read() >= 0) {
                count++;
            }
        } catch (IOException brokenOff) {
            return count;
        }
        return count;
    }
}

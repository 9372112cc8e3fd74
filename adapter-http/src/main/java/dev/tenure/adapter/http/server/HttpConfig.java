package dev.tenure.adapter.http.server;

import java.time.Duration;

/**
 * The address and the limits of the HTTP server.
 *
 * @param host the address to listen on; {@code 0.0.0.0} for all
 * @param port 0 for any free one
 * @param permits how many requests work at a time: twice as many as the store has connections, as some share one
 * @param patience how long a request waits for a permit before it is refused
 * @param stopGrace how long a stop waits for running requests
 * @param requestTimeout how long the store may work on a request; an import of a file may take longer
 */
public record HttpConfig(
        String host, int port, int permits, Duration patience, Duration stopGrace, Duration requestTimeout) {

    public static final String LOOPBACK = "127.0.0.1";
    public static final int USUAL_PORT = 8080;

    /** For clients on this machine only. */
    public static final HttpConfig USUAL = new HttpConfig(
            LOOPBACK, USUAL_PORT, 32, Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));

    public HttpConfig {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is 0 to 65535, not " + port);
        }
        if (permits < 1) {
            throw new IllegalArgumentException("at least 1 permit is needed, not " + permits);
        }
    }

    public HttpConfig at(String newHost, int newPort) {
        return new HttpConfig(newHost, newPort, permits, patience, stopGrace, requestTimeout);
    }

    public HttpConfig withPatience(Duration newPatience) {
        return new HttpConfig(host, port, permits, newPatience, stopGrace, requestTimeout);
    }

    public HttpConfig withPermits(int newPermits) {
        return new HttpConfig(host, port, newPermits, patience, stopGrace, requestTimeout);
    }
}

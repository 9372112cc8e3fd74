package dev.tenure.adapter.http.limits;

import java.util.Map;

/**
 * The remaining quota of a limited key on this server.
 *
 * @param perMinute how many requests it may make in a minute
 * @param remaining how many it may make right now
 * @param secondsUntilFull until the quota is full again
 * @param secondsUntilNext until the next one is possible; 0 when it is now
 */
public record Quota(int perMinute, long remaining, long secondsUntilFull, long secondsUntilNext) {

    Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy", "\"default\";q=%d;w=60".formatted(perMinute),
                "RateLimit", "\"default\";r=%d;t=%d".formatted(remaining, secondsUntilFull));
    }
}

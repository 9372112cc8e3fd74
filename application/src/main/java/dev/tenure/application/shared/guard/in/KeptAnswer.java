package dev.tenure.application.shared.guard.in;

import java.util.Map;

/** An answer as its client saw it, to the letter, so that the same request sent again is answered the same. */
public record KeptAnswer(int status, String contentType, Map<String, String> headers, String body) {

    public KeptAnswer {
        headers = Map.copyOf(headers);
    }
}

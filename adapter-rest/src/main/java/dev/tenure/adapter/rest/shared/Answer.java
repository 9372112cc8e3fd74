package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/** An answer of the API. */
public final class Answer {

    private static final String JSON = "application/json";

    private final HttpAnswer sent;

    private Answer(HttpAnswer sent) {
        this.sent = sent;
    }

    private Answer(int status, String contentType, Map<String, String> headers, byte[] body) {
        this(new HttpAnswer(status, contentType, headers, body));
    }

    public static Answer ok(JsonObject body) {
        return json(200, body);
    }

    /** 201 with the place of what was made. */
    public static Answer created(String location, JsonObject body) {
        return json(201, body).with("Location", location);
    }

    public static Answer json(int status, JsonObject body) {
        return of(status, JSON, body);
    }

    /** 200 with a text for another reader than a client of the API. */
    public static Answer text(String contentType, String body) {
        return new Answer(200, contentType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(int status, String contentType, Map<String, String> headers, String body) {
        return new Answer(
                status, contentType, Collections.unmodifiableMap(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer of(int status, String contentType, JsonObject body) {
        return new Answer(status, contentType, Map.of(), JsonWriter.bytes(body));
    }

    /** 200 with these bytes, which nobody changes any more. */
    public static Answer file(String contentType, byte[] content) {
        return new Answer(200, contentType, Map.of(), content);
    }

    public Answer with(String header, String value) {
        return new Answer(sent.with(header, value));
    }

    Answer with(Map<String, String> more) {
        return new Answer(sent.with(more));
    }

    /** The answer with the version of the one resource it shows. */
    public Answer withVersion(long version) {
        return with("ETag", "\"" + version + "\"");
    }

    public HttpAnswer sent() {
        return sent;
    }
}

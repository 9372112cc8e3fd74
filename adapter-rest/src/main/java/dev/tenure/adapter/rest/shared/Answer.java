package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;

/** A response of the API. */
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

    /** 201 with the location of the new resource. */
    public static Answer created(String location, JsonObject body) {
        return json(201, body).with("Location", location);
    }

    public static Answer json(int status, JsonObject body) {
        return of(status, JSON, body);
    }

    /** 200 with a text in another format than JSON. */
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

    /** 200 with these bytes, which must not change any more. */
    public static Answer file(String contentType, byte[] content) {
        return new Answer(200, contentType, Map.of(), content);
    }

    public Answer with(String header, String value) {
        return new Answer(sent.with(header, value));
    }

    Answer with(Map<String, String> more) {
        return new Answer(sent.with(more));
    }

    /** The response with the version of its resource. */
    public Answer withVersion(long version) {
        return with("ETag", "\"" + version + "\"");
    }

    public HttpAnswer sent() {
        return sent;
    }
}

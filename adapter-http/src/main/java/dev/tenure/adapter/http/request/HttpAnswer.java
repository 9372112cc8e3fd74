package dev.tenure.adapter.http.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response, complete before its first byte is sent.
 *
 * @param body the bytes themselves; nobody changes them
 */
@SuppressWarnings("ArrayRecordComponent") // A copy of every response is too much for an equality that is not used.
public record HttpAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {

    public HttpAnswer with(String header, String value) {
        return with(Map.of(header, value));
    }

    public HttpAnswer with(Map<String, String> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new HttpAnswer(status, contentType, Collections.unmodifiableMap(all), body);
    }
}

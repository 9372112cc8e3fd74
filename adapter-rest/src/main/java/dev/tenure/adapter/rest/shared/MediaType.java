package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.json.shared.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Content-Type, and whether it may be read. */
public final class MediaType {

    private final String given;
    private final String type;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final @Nullable String encoding;

    private MediaType(String given, @Nullable String encoding) {
        this.given = given;
        this.encoding = encoding;
        List<String> parts = parts(given);
        this.type = parts.get(0).strip().toLowerCase(Locale.ROOT);
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        unquoted(part.substring(equals + 1).strip()));
            }
        }
    }

    static MediaType of(@Nullable String contentType, @Nullable String contentEncoding) {
        return new MediaType(contentType == null ? "" : contentType, contentEncoding);
    }

    public boolean is(String wanted) {
        return type.equals(wanted);
    }

    public @Nullable String parameter(String name) {
        return parameters.get(name);
    }

    /** @throws RequestRefused {@code UNSUPPORTED_MEDIA_TYPE} when the body is of none of these, not in UTF-8, or compressed */
    public void require(String... wanted) {
        if (!List.of(wanted).contains(type)) {
            throw refused("the Content-Type must be %s, not %s"
                    .formatted(String.join(" or ", wanted), given.isEmpty() ? "absent" : JsonReader.shortened(given)));
        }
        String charset = parameters.get("charset");
        if (charset != null && !charset.toLowerCase(Locale.ROOT).matches("utf-?8")) {
            throw refused("the body must be in UTF-8, not " + JsonReader.shortened(charset));
        }
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw refused(
                    "the body must not be compressed, but its Content-Encoding is " + JsonReader.shortened(encoding));
        }
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(RestError.UNSUPPORTED_MEDIA_TYPE, message);
    }

    // A semicolon inside quotes belongs to its value.
    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == ';' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String value) {
        return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }
}

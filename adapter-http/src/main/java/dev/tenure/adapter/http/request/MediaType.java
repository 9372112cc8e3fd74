package dev.tenure.adapter.http.request;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.jspecify.annotations.Nullable;

/** A Content-Type, and whether it may be read. */
public final class MediaType {

    private static final int MOST_SHOWN = 60;

    private final String given;
    private final String type;
    private final Map<String, String> parameters;
    private final @Nullable String encoding;

    private MediaType(String given, @Nullable String encoding) {
        Map<String, String> raw = new HashMap<>();
        String value = valueAndParameters(given, raw);
        this.given = given;
        this.type = value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
        this.parameters = new HashMap<>();
        raw.forEach((name, parameter) ->
                parameters.put(name.strip().toLowerCase(Locale.ROOT), unquoted(parameter.strip())));
        this.encoding = encoding;
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

    /**
     * @throws RequestRefused {@code UNSUPPORTED_MEDIA_TYPE} when the body is of none of these, not in UTF-8, or
     *     compressed
     */
    public void require(String... wanted) {
        if (!List.of(wanted).contains(type)) {
            throw refused("the Content-Type must be %s, not %s"
                    .formatted(String.join(" or ", wanted), given.isEmpty() ? "absent" : shortened(given)));
        }
        String charset = parameters.get("charset");
        if (charset != null && !charset.toLowerCase(Locale.ROOT).matches("utf-?8")) {
            throw refused("the body must be in UTF-8, not " + shortened(charset));
        }
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw refused("the body must not be compressed, but its Content-Encoding is " + shortened(encoding));
        }
    }

    private static RequestRefused refused(String message) {
        return new RequestRefused(HttpError.UNSUPPORTED_MEDIA_TYPE, message);
    }

    // A header that can't be parsed names no type.
    private static @Nullable String valueAndParameters(String given, Map<String, String> parameters) {
        try {
            return HttpField.getValueParameters(given, parameters);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    // Jetty keeps the quotes of a value with blanks before them.
    private static String unquoted(String value) {
        return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
                ? value.substring(1, value.length() - 1)
                : value;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
    }
}

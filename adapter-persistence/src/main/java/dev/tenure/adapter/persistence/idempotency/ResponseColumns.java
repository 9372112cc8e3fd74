package dev.tenure.adapter.persistence.idempotency;

import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.application.shared.batch.in.StoredResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.JSONB;

/**
 * A stored response in the four columns that the first releases know, so that a server of any release replays what
 * another one stored. A response without the form of these columns is stored completely in the last.
 */
record ResponseColumns(int status, String contentType, JSONB headers, String body) {

    private static final int WHOLE = 0;
    private static final String LINE = "([^\\n:]+): ([^\\n]*)";
    private static final Pattern HEADER = Pattern.compile(LINE);
    private static final Pattern HEAD = Pattern.compile("(\\d{3}) ([^\\n]+)((?:\\n" + LINE + ")*+)");
    private static final String END_OF_HEAD = "\n\n";

    static ResponseColumns of(StoredResponse response) {
        String text = response.text();
        int end = text.indexOf(END_OF_HEAD);
        Matcher parts = HEAD.matcher(text.substring(0, Math.max(end, 0)));
        if (!parts.matches()) {
            return new ResponseColumns(WHOLE, "", Json.write(Map.of()), text);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Matcher lines = HEADER.matcher(parts.group(3));
        while (lines.find()) {
            headers.put(lines.group(1), lines.group(2));
        }
        return new ResponseColumns(
                Integer.parseInt(parts.group(1)),
                parts.group(2),
                Json.write(headers),
                text.substring(end + END_OF_HEAD.length()));
    }

    @SuppressWarnings("unchecked") // Headers are written as a map of texts, above.
    StoredResponse response() {
        if (status == WHOLE) {
            return new StoredResponse(body);
        }
        StringBuilder text = new StringBuilder().append(status).append(' ').append(contentType);
        new TreeMap<String, String>(Json.read(headers, Map.class))
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(value));
        return new StoredResponse(text.append(END_OF_HEAD).append(body).toString());
    }
}

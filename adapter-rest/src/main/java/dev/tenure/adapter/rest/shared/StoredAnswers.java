package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.application.shared.batch.in.StoredResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Converts a response to a text and back: status and content type, a line per header, the body. */
final class StoredAnswers {

    private StoredAnswers() {}

    static StoredResponse serialize(Answer answer) {
        HttpAnswer sent = answer.sent();
        StringBuilder text =
                new StringBuilder().append(sent.status()).append(' ').append(sent.contentType());
        sent.headers()
                .forEach((name, value) ->
                        text.append('\n').append(name).append(": ").append(value));
        return new StoredResponse(text.append("\n\n")
                .append(new String(sent.body(), StandardCharsets.UTF_8))
                .toString());
    }

    static Answer deserialize(StoredResponse stored) {
        String text = stored.text();
        int end = text.indexOf("\n\n");
        String[] head = text.substring(0, end).split("\n", -1);
        int space = head[0].indexOf(' ');
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < head.length; i++) {
            int colon = head[i].indexOf(": ");
            headers.put(head[i].substring(0, colon), head[i].substring(colon + 2));
        }
        return Answer.of(
                Integer.parseInt(head[0].substring(0, space)),
                head[0].substring(space + 1),
                headers,
                text.substring(end + 2));
    }
}

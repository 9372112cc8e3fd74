package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.shared.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Pages of lists. */
public final class Lists {

    private Lists() {}

    /** {@code {<plural>, count, limit, hasMore, nextCursor}}, and a {@code Link} to the next page if there is one. */
    public static <T> Answer answer(
            RestRequest request, String plural, Page<T> page, Function<? super T, JsonObject> row) {
        List<JsonObject> rows = page.rows().stream().<JsonObject>map(row).toList();
        Answer answer = Answer.ok(new JsonObject()
                .objects(plural, rows)
                .number("count", rows.size())
                .number("limit", page.limit())
                .flag("hasMore", page.hasMore())
                .textOrNull("nextCursor", page.nextCursor()));
        String cursor = page.nextCursor();
        return cursor == null ? answer : answer.with("Link", "<" + next(request, cursor) + ">; rel=\"next\"");
    }

    // The same query with another cursor; the other parameters stay as they were written.
    private static String next(RestRequest request, String cursor) {
        List<String> parameters = new ArrayList<>();
        for (String pair : request.rawQuery().split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("startAfter=")) {
                parameters.add(pair);
            }
        }
        parameters.add("startAfter=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        return request.path() + "?" + String.join("&", parameters);
    }
}

package dev.tenure.adapter.persistence;

import static java.util.stream.Collectors.joining;

import dev.tenure.adapter.persistence.pipeline.StatementWatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jooq.ExecuteContext;
import org.jooq.conf.ParamType;
import org.jspecify.annotations.Nullable;

/** The queries that were sent, with their values in them, as one can ask the server how it would answer them. */
final class SentStatements implements StatementWatch {

    private final List<String> queries = new ArrayList<>();

    @Override
    public void executeStart(ExecuteContext context) {
        if (context.query() != null) {
            note(context.query().getSQL(ParamType.INLINED));
        }
    }

    @Override
    public void sending(String statements, List<? extends @Nullable Object> values) {
        Iterator<? extends @Nullable Object> left = values.iterator();
        for (String statement : statements.split("; ", -1)) {
            StringBuilder inlined = new StringBuilder();
            for (int i = 0; i < statement.length(); i++) {
                char letter = statement.charAt(i);
                inlined.append(letter == '?' ? literal(left.next()) : String.valueOf(letter));
            }
            note(inlined.toString());
        }
    }

    private void note(String statement) {
        if (statement.startsWith("select")) {
            queries.add(statement);
        }
    }

    private static String literal(@Nullable Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value instanceof String[] texts
                ? Arrays.stream(texts).map(one -> '"' + one + '"').collect(joining(",", "{", "}"))
                : String.valueOf(value);
        return "'" + text.replace("'", "''") + "'";
    }

    void forget() {
        queries.clear();
    }

    List<String> all() {
        return List.copyOf(queries);
    }

    String last() {
        return queries.get(queries.size() - 1);
    }
}

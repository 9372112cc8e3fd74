package dev.tenure.benchmarks.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A row that the product wrote, as COPY gives it, with slots for what is another's own. */
final class RowTemplate {

    private final List<Part> parts;

    private RowTemplate(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(String literal, Function<Clone, String> slot) {}

    /** @param slots what to put in place of which text */
    static RowTemplate of(String line, Map<String, Function<Clone, String>> slots) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            String next = null;
            int at = line.length();
            for (String text : slots.keySet()) {
                int found = line.indexOf(text, from);
                // Of two that begin here the longer one is meant.
                if (found >= 0 && (found < at || (found == at && next != null && text.length() > next.length()))) {
                    at = found;
                    next = text;
                }
            }
            if (next == null) {
                parts.add(new Part(line.substring(from), unused -> ""));
                return new RowTemplate(List.copyOf(parts));
            }
            parts.add(new Part(line.substring(from, at), slots.getOrDefault(next, unused -> "")));
            from = at + next.length();
        }
    }

    void append(Clone clone, StringBuilder to) {
        for (Part part : parts) {
            to.append(part.literal()).append(part.slot().apply(clone));
        }
    }
}

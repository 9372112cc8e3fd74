package dev.tenure.benchmarks.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A row that the product wrote, in the format of COPY, with slots for the values of a clone. */
final class RowTemplate {

    private final List<Part> parts;

    private RowTemplate(List<Part> parts) {
        this.parts = parts;
    }

    private record Part(String literal, Function<Clone, String> slot) {}

    /** @param slots the replacements, by text */
    static RowTemplate of(String line, Map<String, Function<Clone, String>> slots) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        while (true) {
            String next = null;
            int at = line.length();
            for (String text : slots.keySet()) {
                int found = line.indexOf(text, from);
                // If two texts start here, the longer one matches.
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

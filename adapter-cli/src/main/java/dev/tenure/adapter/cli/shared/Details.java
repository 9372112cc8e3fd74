package dev.tenure.adapter.cli.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object, a line for each property: the names in one column, the values in the next. */
public final class Details {

    private final Map<String, String> properties = new LinkedHashMap<>();

    /** Adds a property; null leaves it out. */
    public Details with(String name, @Nullable Object value) {
        if (value != null) {
            properties.put(name, value.toString());
        }
        return this;
    }

    /** A value of several lines continues in its column. */
    @Override
    public String toString() {
        int width =
                properties.keySet().stream().mapToInt(DisplayText::width).max().orElse(0);
        StringBuilder text = new StringBuilder();
        properties.forEach((name, value) -> {
            String label = name + " ".repeat(width - DisplayText.width(name));
            for (String line : value.lines().toList()) {
                for (String part : DisplayText.wrapped(DisplayText.oneLine(line), Table.WIDTH - width - 2)) {
                    text.append((label + "  " + part).stripTrailing()).append('\n');
                    label = " ".repeat(width);
                }
            }
        });
        return text.toString();
    }
}

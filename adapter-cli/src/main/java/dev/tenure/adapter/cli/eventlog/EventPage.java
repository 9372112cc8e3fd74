package dev.tenure.adapter.cli.eventlog;

import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.eventlog.in.EventView;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order, as people read it. */
final class EventPage {

    private EventPage() {}

    /** The columns of the table. */
    static Table table() {
        return new Table(
                Table.number("NO"),
                Table.column("AT"),
                Table.elastic("BY"),
                Table.column("WHAT"),
                Table.elastic("CHANGES"));
    }

    /** A row for the event, and one more for each further change. */
    static List<List<String>> rows(EventView event, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        if (event.reason() != null) {
            notes.add("because: " + event.reason());
        }
        event.changes().forEach(change -> notes.add(written(change, zone)));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                String.valueOf(event.sequence()),
                Spelling.minute(event.at(), zone),
                event.actor(),
                event.type().replace('_', ' '),
                notes.isEmpty() ? "" : notes.get(0)));
        notes.stream().skip(1).forEach(note -> rows.add(List.of("", "", "", "", note)));
        return rows;
    }

    private static String written(FieldChange change, ZoneId zone) {
        String after = written(change.after(), zone);
        return change.before() == null
                ? "%s: %s".formatted(change.path(), after)
                : "%s: %s -> %s".formatted(change.path(), written(change.before(), zone), after);
    }

    private static String written(@Nullable Object value, ZoneId zone) {
        if (value == null) {
            return "none";
        }
        if (value instanceof OrderItem item) {
            return "%d x %s for %d months".formatted(item.quantity(), item.sku(), item.contractLength());
        }
        if (value instanceof Enum<?> word) {
            return EnumWords.word(word);
        }
        if (value instanceof Money money) {
            return Spelling.money(money);
        }
        return value instanceof Instant instant ? Spelling.minute(instant, zone) : value.toString();
    }
}

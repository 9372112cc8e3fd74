package dev.tenure.adapter.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.event.PersonalData;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rows word for word as the release before the event log wrote them. In the file every value that is of a person, and
 * no other, has a mark of its own.
 */
class PersonalDataMigrationIT {

    private static final Pattern MARK = Pattern.compile("qq[0-9]+");

    private record Fact(String type, String payload) {}

    private record Migrated(String payload, @Nullable String personal) {

        StoredFact stored() {
            return new StoredFact(JSONB.jsonb(payload), personal == null ? null : JSONB.jsonb(personal));
        }
    }

    @Test
    void there_is_a_row_of_every_kind() throws IOException {
        assertThat(facts().stream().map(Fact::type).distinct())
                .containsExactlyInAnyOrderElementsOf(RandomFacts.older(new Random(1)).oneOfEachKind().stream()
                        .map(OrderFactMapping::type)
                        .toList());
    }

    @Test
    void no_payload_keeps_what_is_of_a_person_and_nothing_is_lost() throws Exception {
        List<Fact> facts = facts();
        try (OlderDatabase older = new OlderDatabase()) {
            older.addTenant("acme");
            older.addOrder("acme", "ord_1");
            for (int i = 0; i < facts.size(); i++) {
                older.addEvent(
                        "acme",
                        "ord_1",
                        i + 1L,
                        facts.get(i).type(),
                        facts.get(i).payload());
            }
            try (Database database = Database.open(older.settings())) {
                assertThat(database.migrate()).isEqualTo(2);
            }

            List<Migrated> migrated = migrated(older);

            assertThat(migrated).hasSameSizeAs(facts);
            for (int i = 0; i < facts.size(); i++) {
                assertSplit(facts.get(i), migrated.get(i));
            }
        }
    }

    private static void assertSplit(Fact fact, Migrated migrated) {
        assertThat(marks(migrated.payload())).as("payload of %s", fact).isEmpty();
        assertThat(marks(migrated.personal()))
                .as("personal data of %s", fact)
                .containsExactlyInAnyOrderElementsOf(marks(fact.payload()));
        assertThat(PersonalData.join(migrated.stored(), ObjectNode.class))
                .as("both parts of %s", fact)
                .isEqualTo(Json.read(JSONB.jsonb(fact.payload()), ObjectNode.class));
        StoredFact ofToday = OrderFactMapping.write(OrderFactMapping.read(fact.type(), migrated.stored()));
        assertThat(tree(migrated.stored().payload())).as("payload of %s", fact).isEqualTo(tree(ofToday.payload()));
        assertThat(tree(migrated.stored().personal()))
                .as("personal data of %s", fact)
                .isEqualTo(tree(ofToday.personal()));
    }

    private static List<String> marks(@Nullable String json) {
        return json == null
                ? List.of()
                : MARK.matcher(json).results().map(MatchResult::group).collect(Collectors.toList());
    }

    // The migration leaves empty remarks where nothing in them is of a person; the program leaves them out.
    private static @Nullable ObjectNode tree(@Nullable JSONB json) {
        ObjectNode tree = json == null ? null : Json.read(json, ObjectNode.class);
        if (tree != null && tree.path("initial") instanceof ObjectNode initial) {
            initial.properties()
                    .removeIf(field ->
                            field.getKey().equals("remarks") && field.getValue().isEmpty());
        }
        return tree;
    }

    private static List<Migrated> migrated(OlderDatabase older) throws SQLException {
        List<Migrated> rows = new ArrayList<>();
        try (Statement statement = older.superuser().createStatement();
                ResultSet row = statement.executeQuery("select payload, personal from event order by sequence")) {
            while (row.next()) {
                rows.add(new Migrated(row.getString(1), row.getString(2)));
            }
        }
        return rows;
    }

    /** A line of the file is a type and a payload. */
    private static List<Fact> facts() throws IOException {
        try (InputStream file = PersonalDataMigrationIT.class.getResourceAsStream("facts-before-the-event-log.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Fact(parts[0], parts[1]))
                    .toList();
        }
    }
}

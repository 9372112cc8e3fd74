package dev.tenure.adapter.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.val;

import dev.tenure.adapter.persistence.TestDatabase;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class OrderFactMappingIT {

    private static final int TRIALS = 60;

    @Test
    void every_kind_of_fact_is_read_back_as_it_was_written() {
        Set<Class<?>> kinds = new HashSet<>();
        for (int seed = 0; seed < TRIALS; seed++) {
            List<OrderFact> facts = new RandomFacts(new Random(seed)).oneOfEachKind();
            facts.forEach(fact -> kinds.add(fact.getClass()));

            assertThat(throughTheDatabase(facts)).as("seed %d", seed).isEqualTo(facts);
        }
        assertThat(kinds).containsExactlyInAnyOrder(OrderFact.class.getPermittedSubclasses());
    }

    @Test
    void the_names_of_the_kinds_are_for_good() {
        Set<String> names = new TreeSet<>();
        new RandomFacts(new Random(0)).oneOfEachKind().forEach(fact -> names.add(OrderFactMapping.type(fact)));

        assertThat(names)
                .containsExactly(
                        "addresses_edited",
                        "billing_edited",
                        "cancelled",
                        "closed",
                        "confirmed",
                        "custom_fields_replaced",
                        "customer_edited",
                        "item_added",
                        "item_quantity_changed",
                        "item_removed",
                        "notes_replaced",
                        "payment_recorded",
                        "placed",
                        "tracking_set",
                        "unit_fulfilled");
    }

    @Test
    void a_fact_that_an_earlier_release_stored_lacks_what_was_before() {
        OrderFact fulfilled = OrderFactMapping.read(
                "unit_fulfilled",
                payload("{\"itemNumber\": 2, \"subscriptionId\": \"sub_1\", \"serialNumber\": \"SN-1\","
                        + " \"startDate\": \"2025-02-03\"}"));

        assertThat(fulfilled)
                .isEqualTo(new OrderFact.UnitFulfilled(
                        new Fulfilment(
                                2,
                                new SubscriptionId("sub_1"),
                                new SerialNumber("SN-1"),
                                LocalDate.parse("2025-02-03")),
                        null));
        assertThat(OrderFactMapping.read("confirmed", payload("{}"))).isEqualTo(new OrderFact.Confirmed(null));
        assertThat(OrderFactMapping.write(fulfilled).payload().data()).startsWith("{\"itemNumber\":2,");
    }

    @Test
    void a_field_of_a_newer_program_is_skipped_and_an_unknown_kind_is_not() {
        assertThat(OrderFactMapping.read("cancelled", payload("{\"why\": \"late\", \"by\": 1}")))
                .isEqualTo(new OrderFact.Cancelled("late", null));
        assertThatThrownBy(() -> OrderFactMapping.read("exploded", payload("{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("exploded");
    }

    private static StoredFact payload(String json) {
        return new StoredFact(JSONB.jsonb(json), null);
    }

    // jsonb writes what it keeps in its own way, numbers above all.
    private static List<OrderFact> throughTheDatabase(List<OrderFact> facts) {
        JooqTransactions transactions = TestDatabase.transactions();
        List<Field<?>> written = new ArrayList<>();
        for (OrderFact fact : facts) {
            StoredFact stored = OrderFactMapping.write(fact);
            written.add(cast(val(stored.payload()), SQLDataType.JSONB));
            written.add(cast(val(stored.personal(), SQLDataType.JSONB), SQLDataType.JSONB));
        }
        Record row = transactions.forInstallation(
                () -> transactions.sql().select(written).fetchSingle());
        List<OrderFact> read = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            StoredFact stored = new StoredFact(row.get(2 * i, JSONB.class), row.get(2 * i + 1, JSONB.class));
            read.add(OrderFactMapping.read(OrderFactMapping.type(facts.get(i)), stored));
        }
        return read;
    }
}

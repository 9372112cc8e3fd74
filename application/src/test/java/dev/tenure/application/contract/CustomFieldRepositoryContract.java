package dev.tenure.application.contract;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.TextPattern;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Definitions of custom fields come back as they were written, each by its id within its tenant. */
public interface CustomFieldRepositoryContract extends StoreContract {

    CustomFieldRepository customFields();

    @Test
    default void definitions_come_back_as_they_were_written() {
        TenantId tenant = aTenant();
        FieldDefinition text = new FieldDefinition(
                "zone",
                "Zone",
                FieldType.TEXT,
                true,
                List.of(),
                1,
                9,
                TextPattern.of("[A-Z]+"),
                null,
                null,
                START,
                START.plusSeconds(1));
        FieldDefinition select = new FieldDefinition(
                "Colour",
                "Colour",
                FieldType.SELECT,
                false,
                List.of("red", "blü"),
                null,
                null,
                null,
                null,
                null,
                START,
                START);
        FieldDefinition number = number("seats", "0.50");

        within(tenant, () -> List.of(text, select, number).forEach(customFields()::insert));

        assertThat(in(tenant, () -> customFields().all()))
                .containsExactly(new Versioned<>(select, 1), new Versioned<>(number, 1), new Versioned<>(text, 1));
        assertThat(in(tenant, () -> customFields().find("zone"))).contains(new Versioned<>(text, 1));
        assertThat(in(tenant, () -> customFields().find("none"))).isEmpty();
        assertThat(in(aTenant(), () -> customFields().all())).isEmpty();
    }

    @Test
    default void an_update_needs_the_version_that_is_there() {
        TenantId tenant = aTenant();
        within(tenant, () -> customFields().insert(number("seats", "1")));
        within(tenant, () -> customFields().update(new Versioned<>(number("seats", "2"), 1)));

        assertThat(in(tenant, () -> customFields().find("seats"))).contains(new Versioned<>(number("seats", "2"), 2));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(
                        () -> within(tenant, () -> customFields().update(new Versioned<>(number("seats", "3"), 1))));
        assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> within(tenant, () -> customFields().insert(number("seats", "3"))));
    }

    @Test
    default void what_is_removed_is_gone() {
        TenantId tenant = aTenant();
        within(tenant, () -> customFields().insert(number("seats", "1")));

        within(tenant, () -> customFields().remove("seats"));
        within(tenant, () -> customFields().remove("seats"));

        assertThat(in(tenant, () -> customFields().all())).isEmpty();
    }

    private static FieldDefinition number(String id, String minimum) {
        return new FieldDefinition(
                id,
                "Label",
                FieldType.NUMBER,
                false,
                List.of(),
                null,
                null,
                null,
                new BigDecimal(minimum),
                null,
                START,
                START);
    }
}

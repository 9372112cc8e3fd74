package dev.tenure.domain.subscription;

import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;
import static dev.tenure.domain.subscription.SubscriptionFixtures.subscription;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.InvalidValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {

    @Test
    void a_subscription_keeps_what_the_order_captured() {
        var order = anOrder()
                .with(item("FIRST"))
                .with(item(MACBOOK)
                        .times(2)
                        .for_(36, MONTHS)
                        .overriding(new CostOverrides(eur("2500.00"), eur("2000.00"))))
                .pending();

        var subscription = subscription(order, unit(2, 1));

        assertThat(subscription)
                .isEqualTo(new Subscription(
                        tenantId(),
                        unit(2, 1).subscriptionId(),
                        new OrderId("ord_1"),
                        2,
                        sarahsId(),
                        "sarah@techcorp.example",
                        "Sarah Johnson",
                        unit(2, 1).serialNumber(),
                        new VariantSnapshot(
                                new ProductId("prod_macbook-pro-16-m3-family"),
                                new VariantId("var_macbook-pro-16-m3"),
                                new Sku(MACBOOK),
                                "Product MACBOOK-PRO-16-M3-FAMILY",
                                "Variant " + MACBOOK,
                                new ImageUrl("https://images.example.com/macbook-pro-16-m3-family.png")),
                        eur("79.00"),
                        new ContractPeriod(LocalDate.of(2025, 4, 2), 36),
                        SubscriptionStatus.ACTIVE,
                        "group_1",
                        eur("2500.00"),
                        ListPriceSource.MANUAL,
                        eur("2000.00"),
                        AcquisitionCostSource.MANUAL,
                        "Handed over in person",
                        stamp(5).at(),
                        stamp(5).at(),
                        stamp(5).by()));
    }

    @Test
    void a_later_change_of_the_order_does_not_reach_it() {
        var order = anOrder().by(individualBuyer()).pending();
        var subscription = subscription(order, unit(1, 1));

        var sold = order.editCustomer(
                sarahsId(), anOrder().pending().state().buyer().profile(), stamp(9));

        assertThat(subscription.customerId()).isEqualTo(petersId());
        assertThat(subscription(sold, unit(1, 1)).customerId()).isEqualTo(sarahsId());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_a_billing_group_of_its_own_it_is_in_that_of_the_order(@Nullable String group) {
        assertThat(started(group, null).billingGroupId()).isEqualTo("group_1");
    }

    @Test
    void a_billing_group_of_its_own_comes_first() {
        assertThat(started(" group_2 ", null).billingGroupId()).isEqualTo("group_2");
    }

    @Test
    void notes_have_at_most_5000_characters() {
        assertThat(started(null, "x".repeat(5000)).notes()).hasSize(5000);
        assertThat(started(null, " ").notes()).isNull();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> started(null, "x".repeat(5001)));
    }

    private static Subscription started(@Nullable String billingGroupId, @Nullable String notes) {
        Order order = anOrder().pending();
        return Subscription.start(
                order.state(),
                order.state().item(1),
                unit(1, 1).subscriptionId(),
                unit(1, 1).serialNumber(),
                unit(1, 1).startDate(),
                billingGroupId,
                notes,
                stamp(5));
    }
}

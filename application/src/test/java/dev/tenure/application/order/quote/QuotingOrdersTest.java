package dev.tenure.application.order.quote;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.complete;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.tenant.TaxMode;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotingOrdersTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    @Test
    void a_quote_says_what_the_order_then_is() {
        taxed(TaxMode.EXCLUSIVE, "21");

        OrderQuote quote = quote(complete());
        OrderView placed = tenure.useCases().orders().place().place(caller, complete());

        assertThat(quote.totals()).isEqualTo(placed.totals());
        assertThat(quote.items()).extracting(OrderQuote.Line::item).isEqualTo(placed.items());
    }

    @Test
    void a_quote_makes_no_order_and_no_customer() {
        quote(complete());

        assertThat(tenure.useCases()
                        .orders()
                        .find()
                        .list(caller, OrderQuery.ALL, PageRequest.FIRST)
                        .rows())
                .isEmpty();
        // Whoever orders next under that address is the first to say who they are.
        OrderView placed = tenure.useCases()
                .orders()
                .place()
                .place(
                        caller,
                        anOrder().by("procurement@acmecorp.com").with(IPAD, 1).build());
        assertThat(tenure.customer(caller, placed.customerId()).profile().firstName())
                .isEqualTo("John");
    }

    @Test
    void every_price_is_explained_up_to_the_rounding_of_its_tax() {
        taxed(TaxMode.EXCLUSIVE, "21");

        OrderQuote quote = quote(anOrder()
                .with(new ItemInput(MACBOOK, 1, 24, new BigDecimal("2000"), new BigDecimal("1800.5")))
                .with(MONITOR, 1, 36)
                .build());

        assertThat(said(quote.items().get(0)))
                .containsExactly(
                        "UNIT_PRICE tier: null to 89.00 (24 months)",
                        "LIST_PRICE list_price_override: 2499.00 to 2000.00 (given by hand)",
                        "ACQUISITION_COST acquisition_cost_override: 2199.00 to 1800.50 (given by hand)",
                        "TAX exclusive_tax: null to 18.69 (21 % on top of EUR 89.00)");
        taxed(TaxMode.INCLUSIVE, "21");
        assertThat(said(quote(anOrder().with(MONITOR, 1, 36).build()).items().get(0)))
                .containsExactly(
                        "UNIT_PRICE tier: null to 15.00 (36 months)",
                        "TAX inclusive_tax: null to 2.60330578 (21 % contained in EUR 15.00)",
                        "TAX rounding: 2.60330578 to 2.60 (half up to 2 decimals)");
    }

    @Test
    void a_quote_is_refused_as_the_order_would_be() {
        for (PlaceOrderCommand command : List.of(
                anOrder().with("NO-SUCH", 1).build(),
                anOrder().with(IPAD, 0).build(),
                anOrder().with(IPAD, 1, 7).build(),
                anOrder().build(),
                anOrder().with(IPAD, 1).inGroup("bg_1").build())) {
            assertThat(brokenFields(() -> quote(command)))
                    .isEqualTo(brokenFields(
                            () -> tenure.useCases().orders().place().place(caller, command)))
                    .isNotEmpty();
            assertThat(invalid(() -> quote(command)).code())
                    .isEqualTo(invalid(() -> tenure.useCases().orders().place().place(caller, command))
                            .code());
        }
    }

    private OrderQuote quote(PlaceOrderCommand command) {
        return tenure.useCases().orders().quote().quote(caller, command);
    }

    private void taxed(TaxMode mode, String rate) {
        tenure.useCases()
                .tenants()
                .changeSettings()
                .change(new ChangeTenantSettingsCommand(
                        "demo", null, null, null, null, mode, new BigDecimal(rate), null, null, null));
    }

    private static List<String> said(OrderQuote.Line line) {
        return line.trace().stream().map(QuotingOrdersTest::said).toList();
    }

    private static String said(PriceStep step) {
        return "%s %s: %s to %s (%s)"
                .formatted(step.subject(), step.rule(), step.before(), step.after(), step.reason());
    }
}

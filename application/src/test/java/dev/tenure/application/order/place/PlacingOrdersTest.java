package dev.tenure.application.order.place;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.address;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.business;
import static dev.tenure.application.order.in.OrderCommands.complete;
import static dev.tenure.application.order.in.OrderCommands.minimal;
import static dev.tenure.application.order.in.OrderCommands.someone;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.application.shared.Refusals.invalid;
import static dev.tenure.application.tenant.in.SettingsChange.inDemo;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.AddressInput;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.in.SettingsChange;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.RentalProgress;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.TaxMode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacingOrdersTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    // The reference's requests

    @Test
    void the_minimal_request_gives_a_pending_order() {
        OrderView order = place(minimal());

        assertThat(order.orderId()).isEqualTo("ord_000001");
        assertThat(order.tenantId()).isEqualTo("demo");
        assertThat(order.version()).isEqualTo(1);
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.kind()).isEqualTo(OrderKind.STANDARD);
        assertThat(order.customerId()).isEqualTo("cust_000001");
        assertThat(order.customer().email()).isEqualTo(new EmailAddress("john@example.com"));
        assertThat(order.customer().fullName()).isEqualTo("John Smith");
        assertThat(order.customer().type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(order.billingAddress()).isEqualTo(address().toAddress());
        assertThat(order.shippingAddress()).isEqualTo(address().toAddress());
        assertThat(order.items()).hasSize(1);
        assertThat(order.items().get(0).contractLength()).isEqualTo(12);
        assertThat(order.totals().subtotal()).hasToString("EUR 109.00");
        assertThat(order.totals().total()).hasToString("EUR 109.00");
        assertThat(order.rentalProgress()).isEqualTo(new RentalProgress(1, 0));
        assertThat(order.subscriptions()).isEmpty();
        assertThat(order.createdAt()).isEqualTo(Instant.parse(InMemoryTenure.START));
        assertThat(order.updatedAt()).isEqualTo(order.createdAt());
        assertThat(order.createdBy()).hasToString("cli:ann");
        assertThat(tenure.useCases().orders().find().one(caller, "ord_000001")).isEqualTo(order);
    }

    @Test
    void the_complete_request_gives_all_of_it_back() {
        OrderView order = place(complete());

        assertThat(order.customer().type()).isEqualTo(CustomerType.BUSINESS);
        assertThat(order.customer().company()).isEqualTo("Acme Corporation");
        assertThat(order.customer().phone()).isEqualTo("+31612345678");
        assertThat(order.billingAddress().buildingInfo()).isEqualTo("Building A, 3rd Floor");
        assertThat(order.shippingAddress().streetAddress()).isEqualTo("789 Office Plaza");
        assertThat(order.items().stream().map(OrderItem::quantity)).containsExactly(5, 3);
        assertThat(order.items().stream().map(item -> item.price().unitPrice().toString()))
                .containsExactly("EUR 89.00", "EUR 59.00");
        assertThat(order.totals().subtotal()).hasToString("EUR 622.00");
        assertThat(order.totals().totalDevices()).isEqualTo(8);
        assertThat(order.totals().contractValue()).hasToString("EUR 12804.00");
        assertThat(order.remarks().notes()).isEqualTo("Rush delivery requested - new employee onboarding");
        assertThat(order.remarks().customFields())
                .extracting(fields -> fields == null ? null : fields.values())
                .isEqualTo(Map.of("purchaseOrderNumber", "PO-2025-001234", "costCenter", "IT-DEV-001"));
    }

    @Test
    void the_items_of_an_order_name_what_the_catalog_says() {
        OrderItem item = place(complete()).items().get(1);

        assertThat(item.number()).isEqualTo(2);
        assertThat(item.sku()).hasToString(IPAD);
        assertThat(item.variant().productName()).isEqualTo("iPad Pro 12.9 M2");
        assertThat(item.variant().productId()).hasToString("prod_000002");
        assertThat(item.variant().variantId()).hasToString("var_000002");
        assertThat(item.price().listPrice()).hasToString("EUR 1299.00");
        assertThat(item.price().listPriceSource()).isEqualTo(ListPriceSource.VARIANT);
        assertThat(item.price().acquisitionCost()).hasToString("EUR 1099.00");
        assertThat(item.price().acquisitionCostSource()).isEqualTo(AcquisitionCostSource.VARIANT);
    }

    @Test
    void an_order_can_be_saved_as_confirmed_at_once() {
        OrderView order = place(anOrder().with(MACBOOK, 1).confirmed().build());

        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.version()).isEqualTo(2);
    }

    // Defaults

    @Test
    void a_contract_length_that_is_not_named_is_the_tenants_default() {
        change(inDemo().defaultContractLength(24));

        assertThat(length(place(minimal()))).isEqualTo(24);
    }

    @Test
    void where_the_default_is_not_priced_the_only_length_there_is_is_taken() {
        load("One Length,ONE,C,B,S,A,,ONE-V,100,90,,,,75.00");

        assertThat(length(place(anOrder().with("ONE-V", 1).build()))).isEqualTo(36);
    }

    @Test
    void where_the_default_is_not_priced_and_there_are_several_lengths_one_must_be_named() {
        load("Two Lengths,TWO,C,B,S,A,,TWO-V,100,90,15.00,,,75.00");
        PlaceOrderCommand command = anOrder().with(MACBOOK, 1).with("TWO-V", 1).build();

        InvalidCommand refusal = invalid(() -> place(command));

        assertThat(refusal.code()).isEqualTo(CatalogError.INVALID_CONTRACT_LENGTH);
        assertThat(refusal.fields().get(0).path()).isEqualTo("items[1].contractLength");
        assertThat(refusal.fields().get(0).message()).contains("TWO-V").contains("[6, 36]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 13, 120, Integer.MAX_VALUE})
    void a_contract_length_that_is_not_offered_is_refused(int months) {
        assertThat(brokenFields(() -> place(anOrder().with(MACBOOK, 1, months).build())))
                .containsExactly("items[0].contractLength INVALID_CONTRACT_LENGTH");
    }

    @Test
    void a_contract_length_that_is_priced_but_not_offered_by_the_tenant_is_refused() {
        change(inDemo().contractLengths(12, 24));

        assertThat(code(() -> place(anOrder().with(MACBOOK, 1, 36).build())))
                .isEqualTo(CatalogError.INVALID_CONTRACT_LENGTH);
        assertThat(length(place(anOrder().with(MACBOOK, 1, 24).build()))).isEqualTo(24);
    }

    // Every broken field at once, under the client's own paths

    @Test
    @SuppressWarnings("NullAway") // A client leaves out what is required.
    void an_empty_request_names_every_required_part() {
        PlaceOrderCommand empty =
                new PlaceOrderCommand(null, null, null, null, null, null, null, null, null, null, null, false);

        InvalidCommand refusal = invalid(() -> place(empty));

        assertThat(refusal.code()).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(brokenFields(() -> place(empty)))
                .containsExactly("billingAddress required", "customer required", "items required");
    }

    @Test
    @SuppressWarnings("NullAway") // A client leaves out what is required.
    void all_missing_and_unusable_fields_are_named_at_once() {
        PlaceOrderCommand command = new PlaceOrderCommand(
                null,
                new ExtensionDetailsInput(null, 0, null, null, null),
                new UpgradeDetailsInput(null, null, null, null, "r".repeat(Text.REASON + 1)),
                new CustomerInput("not an address", " ", null, null, "p".repeat(Text.LINE + 1), null),
                null,
                new AddressInput(null, null, null, "", null, null, null, null, null),
                new AddressInput("c".repeat(Text.LINE + 1), null, null, "S", null, "C", null, null, "N"),
                Arrays.asList(
                        new ItemInput(null, null, null, null, null),
                        new ItemInput(" ", 0, null, BigDecimal.valueOf(-1), BigDecimal.valueOf(-2)),
                        null,
                        new ItemInput("S", OrderItem.MAX_QUANTITY + 1, null, null, null)),
                "n".repeat(Text.NOTES + 1),
                null,
                "g".repeat(Text.LINE + 1),
                false);

        assertThat(brokenFields(() -> place(command)))
                .containsExactlyInAnyOrder(
                        "billingAddress.city required",
                        "billingAddress.contactName required",
                        "billingAddress.country required",
                        "billingAddress.streetAddress too_small",
                        "billingGroupId too_big",
                        "customer.email invalid_string",
                        "customer.firstName too_small",
                        "customer.lastName required",
                        "customer.phone too_big",
                        "extensionDetails.extensionMonths too_small",
                        "extensionDetails.newEndDate required",
                        "extensionDetails.originalOrderId required",
                        "extensionDetails.previousEndDate required",
                        "items[0].quantity required",
                        "items[0].sku required",
                        "items[1].acquisitionCostOverride too_small",
                        "items[1].listPriceOverride too_small",
                        "items[1].quantity too_small",
                        "items[1].sku too_small",
                        "items[2] required",
                        "items[3].quantity too_big",
                        "notes too_big",
                        "shippingAddress.contactName too_big",
                        "upgradeDetails.previousDevice required",
                        "upgradeDetails.previousMonthlyAmount required",
                        "upgradeDetails.previousRentalId required",
                        "upgradeDetails.previousSerialNumber required",
                        "upgradeDetails.upgradeReason too_big");
    }

    @Test
    void a_message_says_what_is_allowed_and_what_was_given() {
        InvalidCommand refusal = invalid(() -> place(anOrder().with(MACBOOK, 0).build()));

        assertThat(refusal.fields().get(0).message()).isEqualTo("must be greater than or equal to 1, not 0");
    }

    @Test
    void all_that_the_catalog_refuses_is_named_at_once() {
        switchOff(IPAD);
        PlaceOrderCommand command = anOrder()
                .with("NO-SUCH-SKU", 1)
                .with(IPAD, 1)
                .with(MACBOOK, 1, 7)
                .with(MACBOOK, 1, 24)
                .with(MONITOR, 1, 6)
                .build();

        assertThat(brokenFields(() -> place(command)))
                .containsExactly(
                        "items[0].sku VARIANT_NOT_FOUND",
                        "items[1].sku VARIANT_INACTIVE",
                        "items[2].contractLength INVALID_CONTRACT_LENGTH",
                        "items[4].contractLength INVALID_CONTRACT_LENGTH");
        assertThat(code(() -> place(command))).isEqualTo(CatalogError.VARIANT_NOT_FOUND);
    }

    @Test
    void each_code_of_the_catalog_stands_for_itself() {
        switchOff(IPAD);

        assertThat(code(() -> place(anOrder().with("no-such-sku", 1).build())))
                .isEqualTo(CatalogError.VARIANT_NOT_FOUND);
        assertThat(code(() -> place(
                        anOrder().with(MACBOOK.toLowerCase(Locale.ROOT), 1).build())))
                .isEqualTo(CatalogError.VARIANT_NOT_FOUND);
        assertThat(code(() -> place(anOrder().with(IPAD, 1).build()))).isEqualTo(CatalogError.VARIANT_INACTIVE);
    }

    @Test
    void a_malformed_field_outranks_a_broken_reference_and_both_are_named() {
        PlaceOrderCommand command = anOrder()
                .with("NO-SUCH-SKU", 1)
                .with(new ItemInput(MACBOOK, 1, null, new BigDecimal("1.005"), new BigDecimal("2.0005")))
                .payable(PaymentTerms.NET_30)
                .build();

        assertThat(code(() -> place(command))).isEqualTo(SharedError.VALIDATION_ERROR);
        assertThat(brokenFields(() -> place(command)))
                .containsExactly(
                        "paymentTerms invalid",
                        "items[0].sku VARIANT_NOT_FOUND",
                        "items[1].listPriceOverride invalid",
                        "items[1].acquisitionCostOverride invalid");
    }

    @Test
    void blanks_around_an_address_do_not_make_it_another_customer() {
        OrderView first = place(anOrder()
                .with(MACBOOK, 1)
                .by(new CustomerInput("john@example.com", "John", "Smith", null, null, null))
                .build());

        OrderView second = place(anOrder()
                .with(MACBOOK, 1)
                .by(new CustomerInput(" John@Example.com ", "John", "Smith", null, null, null))
                .build());

        assertThat(second.customerId()).isEqualTo(first.customerId());
    }

    @Test
    void text_that_only_the_model_refuses_is_named_field_by_field() {
        PlaceOrderCommand command = anOrder()
                .by(new CustomerInput("john@example", "Jo\0hn", "Smith", null, null, null))
                .billedTo(new AddressInput("John", null, null, "Street", null, "Ci\0ty", null, null, "NL"))
                .shippedTo(new AddressInput("John", "Co\0mpany", null, "Street", null, "City", null, null, "NL"))
                .with("SKU\0", 1)
                .noting("no\0tes")
                .withFields(Map.of("key", "va\0lue"))
                .ofType(OrderType.UPGRADE)
                .extending(new ExtensionDetailsInput(
                        "ord\0", 1, LocalDate.parse("2025-06-30"), LocalDate.parse("2025-07-31"), null))
                .upgrading(new UpgradeDetailsInput("a", "b", BigDecimal.ONE, "c", "\0"))
                .build();

        assertThat(brokenFields(() -> place(command)))
                .containsExactlyInAnyOrder(
                        "extensionDetails.originalOrderId invalid",
                        "upgradeDetails.upgradeReason invalid",
                        "customer.email invalid",
                        "billingAddress.city invalid",
                        "shippingAddress.company invalid",
                        "customFields invalid",
                        "notes invalid",
                        "items[0].sku invalid");
    }

    @Test
    void a_refused_order_leaves_nothing_not_even_a_customer() {
        PlaceOrderCommand refused = anOrder().with("NO-SUCH-SKU", 1).build();

        assertThat(code(() -> place(refused))).isEqualTo(CatalogError.VARIANT_NOT_FOUND);

        assertThat(tenure.useCases()
                        .orders()
                        .find()
                        .list(caller, OrderQuery.ALL, PageRequest.FIRST)
                        .rows())
                .isEmpty();
        tenure.clock().advance(Duration.ofMinutes(1));
        OrderView placed = place(minimal());
        assertThat(tenure.customer(caller, placed.customerId()).createdAt()).isEqualTo(placed.createdAt());
    }

    @Test
    void an_unknown_tenant_takes_no_orders() {
        assertThat(code(() -> tenure.useCases().orders().place().place(tenure.caller("nobody"), minimal())))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    // Types

    @Test
    void an_extension_keeps_what_it_extends() {
        ExtensionDetailsInput details = new ExtensionDetailsInput(
                " ord_1", 6, LocalDate.parse("2025-01-31"), LocalDate.parse("2025-07-31"), "likes it");
        OrderView order = place(anOrder()
                .with(MACBOOK, 1)
                .ofType(OrderType.EXTENSION)
                .extending(details)
                .build());

        assertThat(order.kind().type()).isEqualTo(OrderType.EXTENSION);
        assertThat(order.kind().extensionDetails())
                .isEqualTo(new ExtensionDetails(
                        new OrderId("ord_1"),
                        6,
                        LocalDate.parse("2025-01-31"),
                        LocalDate.parse("2025-07-31"),
                        "likes it"));
    }

    @Test
    void an_upgrade_keeps_what_it_replaces() {
        UpgradeDetailsInput details =
                new UpgradeDetailsInput("iPhone 12", "SN-9", new BigDecimal("45.50"), "sub_9", "too slow");
        OrderView order = place(anOrder()
                .with(MACBOOK, 1)
                .ofType(OrderType.UPGRADE)
                .upgrading(details)
                .build());

        assertThat(order.kind().type()).isEqualTo(OrderType.UPGRADE);
        assertThat(order.kind().upgradeDetails())
                .isEqualTo(new UpgradeDetails(
                        "iPhone 12",
                        new SerialNumber("SN-9"),
                        Money.of("45.50", EUR),
                        new SubscriptionId("sub_9"),
                        "too slow"));
    }

    @Test
    void details_that_have_not_their_type_are_refused_each_at_its_path() {
        assertThat(brokenFields(() -> place(anOrder()
                        .with(MACBOOK, 1)
                        .extending(new ExtensionDetailsInput(
                                "no id!", 0, LocalDate.parse("2025-01-31"), LocalDate.parse("2025-07-31"), null))
                        .upgrading(new UpgradeDetailsInput("a", "b", new BigDecimal("12.345"), "x y", null))
                        .build())))
                .containsExactly("extensionDetails.extensionMonths too_small");
        assertThat(brokenFields(() -> place(anOrder()
                        .with(MACBOOK, 1)
                        .extending(new ExtensionDetailsInput(
                                "no id!", 1, LocalDate.parse("2025-01-31"), LocalDate.parse("2025-07-31"), null))
                        .upgrading(new UpgradeDetailsInput("a", "b", new BigDecimal("12.345"), "x y", null))
                        .build())))
                .containsExactlyInAnyOrder(
                        "extensionDetails.originalOrderId invalid",
                        "upgradeDetails.previousMonthlyAmount invalid",
                        "upgradeDetails.previousRentalId invalid");
        assertThat(brokenFields(() -> place(anOrder()
                        .with(MACBOOK, 1)
                        .upgrading(new UpgradeDetailsInput("a", "b", new BigDecimal("-1"), "sub_1", null))
                        .build())))
                .containsExactly("upgradeDetails.previousMonthlyAmount invalid");
    }

    @Test
    void an_extension_and_an_upgrade_need_their_details() {
        assertThat(brokenFields(() -> place(
                        anOrder().with(MACBOOK, 1).ofType(OrderType.EXTENSION).build())))
                .containsExactly("extensionDetails invalid");
        assertThat(brokenFields(() -> place(
                        anOrder().with(MACBOOK, 1).ofType(OrderType.UPGRADE).build())))
                .containsExactly("upgradeDetails invalid");
    }

    // Business customers

    @Test
    void payment_terms_and_a_billing_group_are_for_businesses() {
        OrderView order = place(anOrder()
                .by(business("acme@example.com"))
                .with(MACBOOK, 1)
                .payable(PaymentTerms.NET_30)
                .inGroup("group_1")
                .build());

        assertThat(order.paymentTerms()).isEqualTo(PaymentTerms.NET_30);
        assertThat(order.billingGroupId()).isEqualTo("group_1");
        assertThat(brokenFields(() -> place(
                        anOrder().with(MACBOOK, 1).payable(PaymentTerms.NET_7).build())))
                .containsExactly("paymentTerms invalid");
        assertThat(brokenFields(() ->
                        place(anOrder().with(MACBOOK, 1).inGroup("group_1").build())))
                .containsExactly("billingGroupId invalid");
        assertThat(brokenFields(() -> place(anOrder()
                        .with(MACBOOK, 1)
                        .payable(PaymentTerms.NET_7)
                        .inGroup("group_1")
                        .build())))
                .containsExactlyInAnyOrder("paymentTerms invalid", "billingGroupId invalid");
    }

    @Test
    void an_individual_may_say_that_payment_is_immediate() {
        OrderView order =
                place(anOrder().with(MACBOOK, 1).payable(PaymentTerms.IMMEDIATE).build());

        assertThat(order.paymentTerms()).isEqualTo(PaymentTerms.IMMEDIATE);
    }

    // Limits

    @Test
    void texts_reach_their_limits_and_no_further() {
        String line = "x".repeat(Text.LINE);

        OrderView order = place(anOrder()
                .by(new CustomerInput("john@example.com", line, line, line, line, null))
                .billedTo(new AddressInput(line, line, line, line, line, line, line, line, line))
                .with(MACBOOK, 1)
                .noting("n".repeat(Text.NOTES))
                .build());

        assertThat(order.billingAddress().adminArea()).hasSize(Text.LINE);
        assertThat(order.remarks().notes()).hasSize(Text.NOTES);
        assertThat(brokenFields(() -> place(anOrder()
                        .by(new CustomerInput("john@example.com", line + "x", line, null, null, null))
                        .with(MACBOOK, 1)
                        .noting("n".repeat(Text.NOTES + 1))
                        .build())))
                .containsExactly("customer.firstName too_big", "notes too_big");
    }

    @Test
    void an_order_has_one_to_two_hundred_items() {
        var largest = anOrder();
        for (int i = 0; i < Order.MAX_ITEMS; i++) {
            largest.with(MACBOOK, 1);
        }

        assertThat(place(largest.build()).items()).hasSize(Order.MAX_ITEMS);
        assertThat(brokenFields(() -> place(largest.with(MACBOOK, 1).build()))).containsExactly("items too_big");
        assertThat(brokenFields(() -> place(anOrder().build()))).containsExactly("items too_small");
    }

    @Test
    void an_item_has_one_to_ten_thousand_units() {
        assertThat(place(anOrder().with(MACBOOK, OrderItem.MAX_QUANTITY).build())
                        .totals()
                        .totalDevices())
                .isEqualTo(OrderItem.MAX_QUANTITY);
        assertThat(brokenFields(() -> place(
                        anOrder().with(MACBOOK, OrderItem.MAX_QUANTITY + 1).build())))
                .containsExactly("items[0].quantity too_big");
        assertThat(brokenFields(() -> place(anOrder().with(MACBOOK, -1).build())))
                .containsExactly("items[0].quantity too_small");
    }

    @Test
    void an_e_mail_address_has_at_most_254_characters() {
        String longest = "a@" + "b".repeat(EmailAddress.MAX_LENGTH - 6) + ".com";

        assertThat(brokenFields(
                        () -> place(anOrder().by("a" + longest).with(MACBOOK, 1).build())))
                .contains("customer.email too_big");
        assertThat(place(anOrder()
                                .by("a".repeat(60) + "@" + "b".repeat(63) + "." + "c".repeat(63) + ".com")
                                .with(MACBOOK, 1)
                                .build())
                        .customer()
                        .email()
                        .value())
                .hasSize(192);
    }

    @Test
    void an_order_whose_amounts_can_not_be_reckoned_is_refused() {
        load("Gold,GOLD,C,B,S,A,,GOLD-V,100,90,,999999999999.99,,");

        assertThat(brokenFields(() -> place(anOrder().with("GOLD-V", 2).build())))
                .allMatch(field -> field.startsWith("items"));
        assertThat(tenure.useCases()
                        .orders()
                        .find()
                        .list(caller, OrderQuery.ALL, PageRequest.FIRST)
                        .rows())
                .isEmpty();
    }

    // Prices

    @Test
    void amounts_given_by_hand_replace_the_variants_and_never_the_monthly_price() {
        OrderItem item = place(anOrder()
                        .with(new ItemInput(MACBOOK, 1, 24, new BigDecimal("2600"), new BigDecimal("0.00")))
                        .build())
                .items()
                .get(0);

        assertThat(item.price().unitPrice()).hasToString("EUR 89.00");
        assertThat(item.price().listPrice()).hasToString("EUR 2600.00");
        assertThat(item.price().listPriceSource()).isEqualTo(ListPriceSource.MANUAL);
        assertThat(item.price().acquisitionCost()).hasToString("EUR 0.00");
        assertThat(item.price().acquisitionCostSource()).isEqualTo(AcquisitionCostSource.MANUAL);
    }

    @Test
    void an_order_keeps_the_price_and_the_words_it_was_placed_with() {
        OrderView before = place(anOrder().with(MACBOOK, 1, 24).build());

        load("Renamed,MACBOOK-PRO-16,C,B,S,B,Gold,MACBOOK-PRO-16-M3,1,1,1.00,1.00,1.00,1.00");

        assertThat(tenure.useCases().orders().find().one(caller, before.orderId()))
                .isEqualTo(before);
        assertThat(place(anOrder().with(MACBOOK, 1, 24).build()).totals().subtotal())
                .hasToString("EUR 1.00");
    }

    @Test
    void an_order_keeps_the_tax_it_was_placed_with() {
        change(inDemo().tax(TaxMode.EXCLUSIVE, "21"));
        OrderView before = place(complete());

        change(inDemo().tax(TaxMode.INCLUSIVE, "9"));

        assertThat(before.totals().taxAmount()).hasToString("EUR 130.62");
        assertThat(before.totals().total()).hasToString("EUR 752.62");
        assertThat(tenure.useCases().orders().find().one(caller, before.orderId()))
                .isEqualTo(before);
        assertThat(place(complete()).totals().total()).hasToString("EUR 622.00");
    }

    @Test
    void the_same_sku_may_stand_on_several_items() {
        OrderView order = place(anOrder()
                .with(MACBOOK, 1, 24)
                .with(MACBOOK, 2, 36)
                .with(MACBOOK, 3, 24)
                .build());

        assertThat(order.items().stream().map(OrderItem::number)).containsExactly(1, 2, 3);
        assertThat(order.totals().totalDevices()).isEqualTo(6);
    }

    // Customers

    @Test
    void orders_with_one_e_mail_address_in_any_case_are_of_one_customer() {
        OrderView first =
                place(anOrder().by("John@Example.com").with(MACBOOK, 1).build());
        OrderView second =
                place(anOrder().by("jOHN@eXAMPLE.COM").with(MACBOOK, 1).build());
        OrderView other =
                place(anOrder().by("jane@example.com").with(MACBOOK, 1).build());

        assertThat(second.customerId()).isEqualTo(first.customerId());
        assertThat(other.customerId()).isNotEqualTo(first.customerId());
        assertThat(second.customer().email().value()).isEqualTo("jOHN@eXAMPLE.COM");
    }

    @Test
    void a_customer_of_another_tenant_is_another_customer() {
        tenure.useCases().tenants().create().create(new CreateTenantCommand("other", null, "EUR"));
        Caller other = tenure.caller("other");
        tenure.useCases().catalog().importProducts().importCsv(other, new StringReader(InMemoryTenure.DEMO_CATALOG));

        OrderView mine = place(minimal());
        OrderView theirs = tenure.useCases().orders().place().place(other, minimal());

        assertThat(theirs.customerId()).isNotEqualTo(mine.customerId());
    }

    @Test
    void a_customer_learns_what_was_empty_and_where_they_live_but_is_never_overwritten() {
        OrderView first =
                place(anOrder().by(someone("ann@example.com")).with(MACBOOK, 1).build());
        tenure.clock().advance(Duration.ofMinutes(5));

        place(anOrder()
                .by(new CustomerInput("ANN@example.com", "Anna", "Lee", "Firm", "+1", CustomerType.BUSINESS))
                .billedTo(address("Second Street"))
                .shippedTo(address("Third Street"))
                .with(MACBOOK, 1)
                .build());
        place(anOrder()
                .by(new CustomerInput("ann@example.com", "X", "Y", "Other", "+2", null))
                .billedTo(address("Fourth Street"))
                .with(MACBOOK, 1)
                .build());

        var customer = tenure.customer(caller, first.customerId());
        assertThat(customer.profile().firstName()).isEqualTo("John");
        assertThat(customer.profile().email().value()).isEqualTo("ann@example.com");
        assertThat(customer.profile().company()).isEqualTo("Firm");
        assertThat(customer.profile().phone()).isEqualTo("+1");
        assertThat(customer.profile().type()).isEqualTo(CustomerType.INDIVIDUAL);
        assertThat(customer.lastBillingAddress().streetAddress()).isEqualTo("Fourth Street");
        assertThat(customer.lastShippingAddress().streetAddress()).isEqualTo("Fourth Street");
        assertThat(customer.createdAt()).isEqualTo(first.createdAt());
        assertThat(customer.updatedAt()).isAfter(first.createdAt());
        assertThat(tenure.useCases().orders().find().one(caller, first.orderId()))
                .isEqualTo(first);
    }

    private OrderView place(PlaceOrderCommand command) {
        return tenure.useCases().orders().place().place(caller, command);
    }

    private void load(String row) {
        String header = InMemoryTenure.DEMO_CATALOG.lines().findFirst().orElseThrow();
        assertThat(tenure.useCases()
                        .catalog()
                        .importProducts()
                        .importCsv(caller, new StringReader(header + "\n" + row))
                        .errors())
                .isEmpty();
    }

    private void change(SettingsChange change) {
        tenure.useCases().tenants().changeSettings().change(change.command());
    }

    private static int length(OrderView order) {
        return order.items().get(0).contractLength();
    }

    private void switchOff(String sku) {
        tenure.useCases()
                .catalog()
                .changeVariantStatus()
                .change(caller, new ProductRef.ByVariantSku(sku), false, false);
    }
}

package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.constantOrNull;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static dev.tenure.adapter.persistence.shared.Words.wordOrNull;

import dev.tenure.adapter.persistence.order.OrderJson.CancellationJson;
import dev.tenure.adapter.persistence.order.OrderJson.ClosureJson;
import dev.tenure.adapter.persistence.order.OrderJson.ExtensionJson;
import dev.tenure.adapter.persistence.order.OrderJson.PaymentJson;
import dev.tenure.adapter.persistence.order.OrderJson.ProfileJson;
import dev.tenure.adapter.persistence.order.OrderJson.RemarksJson;
import dev.tenure.adapter.persistence.order.OrderJson.UpgradeJson;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderFinding;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Maps an order's state to its row and back. Every field that lists filter or sort by has a column. */
final class OrderMapping {

    private OrderMapping() {}

    /** The columns of {@link #fixed}. */
    static List<Field<?>> fixedColumns() {
        return List.of(
                ORDERS.TENANT_ID,
                ORDERS.ORDER_ID,
                ORDERS.ORDER_TYPE,
                ORDERS.EXTENSION_DETAILS,
                ORDERS.UPGRADE_DETAILS,
                ORDERS.CURRENCY,
                ORDERS.TAX_MODE,
                ORDERS.TAX_RATE_PERCENT,
                ORDERS.CREATED_AT,
                ORDERS.CREATED_BY);
    }

    /** The columns of {@link #changing}. */
    static List<Field<?>> changingColumns() {
        return List.of(
                ORDERS.VERSION,
                ORDERS.STATUS,
                ORDERS.CUSTOMER_ID,
                ORDERS.CUSTOMER_TYPE,
                ORDERS.PAYMENT_TERMS,
                ORDERS.BILLING_GROUP_ID,
                ORDERS.SUBTOTAL,
                ORDERS.TAX_AMOUNT,
                ORDERS.TOTAL,
                ORDERS.CONTRACT_VALUE,
                ORDERS.TOTAL_DEVICES,
                ORDERS.RENTED_DEVICES,
                ORDERS.UPDATED_AT,
                ORDERS.CUSTOMER,
                ORDERS.BILLING_ADDRESS,
                ORDERS.SHIPPING_ADDRESS,
                ORDERS.ITEMS,
                ORDERS.REMARKS,
                ORDERS.PAYMENT,
                ORDERS.CANCELLATION,
                ORDERS.CLOSURE);
    }

    /** The columns that are written when the order is placed and never change. */
    static Map<Field<?>, @Nullable Object> fixed(OrderState state) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ORDERS.TENANT_ID, state.tenantId().value());
        row.put(ORDERS.ORDER_ID, state.id().value());
        row.put(ORDERS.ORDER_TYPE, word(state.kind().type()));
        row.put(
                ORDERS.EXTENSION_DETAILS,
                Json.writeOrNull(ExtensionJson.ofNullable(state.kind().extensionDetails())));
        row.put(
                ORDERS.UPGRADE_DETAILS,
                Json.writeOrNull(UpgradeJson.ofNullable(state.kind().upgradeDetails())));
        row.put(ORDERS.CURRENCY, state.currency().getCurrencyCode());
        row.put(ORDERS.TAX_MODE, word(state.tax().mode()));
        row.put(ORDERS.TAX_RATE_PERCENT, state.tax().ratePercent());
        row.put(ORDERS.CREATED_AT, state.createdAt());
        row.put(ORDERS.CREATED_BY, state.createdBy().value());
        return row;
    }

    /** The text that searches match. */
    static String searchText(OrderState state) {
        return OrderFinding.searchText(OrderView.of(state)).value();
    }

    /** The columns that commands change. */
    static Map<Field<?>, @Nullable Object> changing(OrderState state) {
        Buyer buyer = state.buyer();
        OrderTotals totals = state.totals();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ORDERS.VERSION, state.version());
        row.put(ORDERS.STATUS, word(state.status()));
        row.put(ORDERS.CUSTOMER_ID, buyer.customerId().value());
        row.put(ORDERS.CUSTOMER_TYPE, word(buyer.profile().type()));
        row.put(ORDERS.PAYMENT_TERMS, wordOrNull(buyer.paymentTerms()));
        row.put(ORDERS.BILLING_GROUP_ID, buyer.billingGroupId());
        row.put(ORDERS.SUBTOTAL, totals.subtotal().amount());
        row.put(ORDERS.TAX_AMOUNT, totals.taxAmount().amount());
        row.put(ORDERS.TOTAL, totals.total().amount());
        row.put(ORDERS.CONTRACT_VALUE, totals.contractValue().amount());
        row.put(ORDERS.TOTAL_DEVICES, totals.totalDevices());
        row.put(ORDERS.RENTED_DEVICES, state.rentalProgress().rentedDevices());
        row.put(ORDERS.UPDATED_AT, state.updatedAt());
        row.put(ORDERS.CUSTOMER, Json.write(ProfileJson.of(buyer.profile())));
        row.put(ORDERS.BILLING_ADDRESS, Json.write(AddressJson.of(buyer.billingAddress())));
        row.put(ORDERS.SHIPPING_ADDRESS, Json.writeOrNull(AddressJson.ofNullable(buyer.ownShippingAddress())));
        row.put(
                ORDERS.ITEMS,
                Json.write(state.items().stream().map(ItemJson::of).toList()));
        row.put(ORDERS.REMARKS, Json.write(RemarksJson.of(state.remarks())));
        row.put(ORDERS.PAYMENT, Json.write(PaymentJson.of(state.payment())));
        row.put(ORDERS.CANCELLATION, Json.writeOrNull(CancellationJson.ofNullable(state.cancellation())));
        row.put(ORDERS.CLOSURE, Json.writeOrNull(ClosureJson.ofNullable(state.closure())));
        return row;
    }

    static OrderState state(Record row) {
        return new OrderState(
                new TenantId(row.get(ORDERS.TENANT_ID)),
                new OrderId(row.get(ORDERS.ORDER_ID)),
                row.get(ORDERS.VERSION),
                constant(OrderStatus.class, row.get(ORDERS.STATUS)),
                OrderJson.kind(
                        row.get(ORDERS.ORDER_TYPE),
                        Json.readOrNull(row.get(ORDERS.EXTENSION_DETAILS), ExtensionJson.class),
                        Json.readOrNull(row.get(ORDERS.UPGRADE_DETAILS), UpgradeJson.class),
                        Currency.getInstance(row.get(ORDERS.CURRENCY))),
                new Buyer(
                        new CustomerId(row.get(ORDERS.CUSTOMER_ID)),
                        Json.read(row.get(ORDERS.CUSTOMER), ProfileJson.class).toProfile(),
                        address(row.get(ORDERS.BILLING_ADDRESS)),
                        addressOrNull(row.get(ORDERS.SHIPPING_ADDRESS)),
                        constantOrNull(PaymentTerms.class, row.get(ORDERS.PAYMENT_TERMS)),
                        row.get(ORDERS.BILLING_GROUP_ID)),
                Json.readList(row.get(ORDERS.ITEMS), ItemJson[].class).stream()
                        .map(ItemJson::toItem)
                        .toList(),
                Currency.getInstance(row.get(ORDERS.CURRENCY)),
                new TaxSettings(constant(TaxMode.class, row.get(ORDERS.TAX_MODE)), row.get(ORDERS.TAX_RATE_PERCENT)),
                Json.read(row.get(ORDERS.REMARKS), RemarksJson.class).toRemarks(),
                Json.read(row.get(ORDERS.PAYMENT), PaymentJson.class).toPayment(),
                CancellationJson.toCancellation(Json.readOrNull(row.get(ORDERS.CANCELLATION), CancellationJson.class)),
                ClosureJson.toClosure(Json.readOrNull(row.get(ORDERS.CLOSURE), ClosureJson.class)),
                row.get(ORDERS.CREATED_AT),
                row.get(ORDERS.UPDATED_AT),
                new Actor(row.get(ORDERS.CREATED_BY)));
    }

    private static Address address(JSONB json) {
        return Json.read(json, AddressJson.class).toAddress();
    }

    private static @Nullable Address addressOrNull(@Nullable JSONB json) {
        return json == null ? null : address(json);
    }
}

package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.ASSET;
import static dev.tenure.adapter.persistence.generated.Tables.SUBSCRIPTION;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;

import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.AssetStatus;
import dev.tenure.domain.subscription.ContractPeriod;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.subscription.SubscriptionStatus;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Subscriptions and assets to and from their rows. */
final class SubscriptionMapping {

    private SubscriptionMapping() {}

    /** The columns of a subscription's row, without the version. */
    static final List<Field<?>> SUBSCRIPTION_COLUMNS = List.of(
            SUBSCRIPTION.TENANT_ID,
            SUBSCRIPTION.SUBSCRIPTION_ID,
            SUBSCRIPTION.ORDER_ID,
            SUBSCRIPTION.ITEM_NUMBER,
            SUBSCRIPTION.CUSTOMER_ID,
            SUBSCRIPTION.CUSTOMER_EMAIL,
            SUBSCRIPTION.CUSTOMER_NAME,
            SUBSCRIPTION.SERIAL_NUMBER,
            SUBSCRIPTION.PRODUCT_ID,
            SUBSCRIPTION.VARIANT_ID,
            SUBSCRIPTION.SKU,
            SUBSCRIPTION.PRODUCT_NAME,
            SUBSCRIPTION.VARIANT_NAME,
            SUBSCRIPTION.IMAGE_URL,
            SUBSCRIPTION.CURRENCY,
            SUBSCRIPTION.MONTHLY_AMOUNT,
            SUBSCRIPTION.START_DATE,
            SUBSCRIPTION.CONTRACT_LENGTH,
            SUBSCRIPTION.END_DATE,
            SUBSCRIPTION.STATUS,
            SUBSCRIPTION.BILLING_GROUP_ID,
            SUBSCRIPTION.LIST_PRICE,
            SUBSCRIPTION.LIST_PRICE_SOURCE,
            SUBSCRIPTION.ACQUISITION_COST,
            SUBSCRIPTION.ACQUISITION_COST_SOURCE,
            SUBSCRIPTION.NOTES,
            SUBSCRIPTION.CREATED_AT,
            SUBSCRIPTION.UPDATED_AT,
            SUBSCRIPTION.CREATED_BY);

    /** The columns of an asset's row, without the version. */
    static final List<Field<?>> ASSET_COLUMNS = List.of(
            ASSET.TENANT_ID,
            ASSET.SERIAL_NUMBER,
            ASSET.SKU,
            ASSET.PRODUCT_NAME,
            ASSET.STATUS,
            ASSET.SUBSCRIPTION_ID,
            ASSET.CUSTOMER_ID,
            ASSET.CREATED_AT,
            ASSET.UPDATED_AT);

    static Map<Field<?>, @Nullable Object> row(Subscription subscription) {
        Money monthly = subscription.monthlyAmount();
        VariantSnapshot variant = subscription.variant();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(SUBSCRIPTION.TENANT_ID, subscription.tenantId().value());
        row.put(SUBSCRIPTION.SUBSCRIPTION_ID, subscription.id().value());
        row.put(SUBSCRIPTION.ORDER_ID, subscription.orderId().value());
        row.put(SUBSCRIPTION.ITEM_NUMBER, subscription.itemNumber());
        row.put(SUBSCRIPTION.CUSTOMER_ID, subscription.customerId().value());
        row.put(SUBSCRIPTION.CUSTOMER_EMAIL, subscription.customerEmail());
        row.put(SUBSCRIPTION.CUSTOMER_NAME, subscription.customerName());
        row.put(SUBSCRIPTION.SERIAL_NUMBER, subscription.serialNumber().value());
        row.put(SUBSCRIPTION.PRODUCT_ID, variant.productId().value());
        row.put(SUBSCRIPTION.VARIANT_ID, variant.variantId().value());
        row.put(SUBSCRIPTION.SKU, variant.sku().value());
        row.put(SUBSCRIPTION.PRODUCT_NAME, variant.productName());
        row.put(SUBSCRIPTION.VARIANT_NAME, variant.variantName());
        row.put(
                SUBSCRIPTION.IMAGE_URL,
                variant.imageUrl() == null ? null : variant.imageUrl().toString());
        row.put(SUBSCRIPTION.CURRENCY, monthly.currency().getCurrencyCode());
        row.put(SUBSCRIPTION.MONTHLY_AMOUNT, monthly.amount());
        row.put(SUBSCRIPTION.START_DATE, subscription.period().start());
        row.put(SUBSCRIPTION.CONTRACT_LENGTH, subscription.period().months());
        row.put(SUBSCRIPTION.END_DATE, subscription.period().end());
        row.put(SUBSCRIPTION.STATUS, word(subscription.status()));
        row.put(SUBSCRIPTION.BILLING_GROUP_ID, subscription.billingGroupId());
        row.put(SUBSCRIPTION.LIST_PRICE, amount(subscription.listPrice(), monthly.currency()));
        row.put(SUBSCRIPTION.LIST_PRICE_SOURCE, word(subscription.listPriceSource()));
        row.put(SUBSCRIPTION.ACQUISITION_COST, amount(subscription.acquisitionCost(), monthly.currency()));
        row.put(SUBSCRIPTION.ACQUISITION_COST_SOURCE, word(subscription.acquisitionCostSource()));
        row.put(SUBSCRIPTION.NOTES, subscription.notes());
        row.put(SUBSCRIPTION.CREATED_AT, subscription.createdAt());
        row.put(SUBSCRIPTION.UPDATED_AT, subscription.updatedAt());
        row.put(SUBSCRIPTION.CREATED_BY, subscription.createdBy().value());
        return row;
    }

    static Subscription subscription(Record row) {
        Currency currency = Currency.getInstance(row.get(SUBSCRIPTION.CURRENCY));
        String imageUrl = row.get(SUBSCRIPTION.IMAGE_URL);
        return new Subscription(
                new TenantId(row.get(SUBSCRIPTION.TENANT_ID)),
                new SubscriptionId(row.get(SUBSCRIPTION.SUBSCRIPTION_ID)),
                new OrderId(row.get(SUBSCRIPTION.ORDER_ID)),
                row.get(SUBSCRIPTION.ITEM_NUMBER),
                new CustomerId(row.get(SUBSCRIPTION.CUSTOMER_ID)),
                row.get(SUBSCRIPTION.CUSTOMER_EMAIL),
                row.get(SUBSCRIPTION.CUSTOMER_NAME),
                new SerialNumber(row.get(SUBSCRIPTION.SERIAL_NUMBER)),
                new VariantSnapshot(
                        new ProductId(row.get(SUBSCRIPTION.PRODUCT_ID)),
                        new VariantId(row.get(SUBSCRIPTION.VARIANT_ID)),
                        new Sku(row.get(SUBSCRIPTION.SKU)),
                        row.get(SUBSCRIPTION.PRODUCT_NAME),
                        row.get(SUBSCRIPTION.VARIANT_NAME),
                        imageUrl == null ? null : new ImageUrl(imageUrl)),
                new Money(row.get(SUBSCRIPTION.MONTHLY_AMOUNT), currency),
                new ContractPeriod(row.get(SUBSCRIPTION.START_DATE), row.get(SUBSCRIPTION.CONTRACT_LENGTH)),
                constant(SubscriptionStatus.class, row.get(SUBSCRIPTION.STATUS)),
                row.get(SUBSCRIPTION.BILLING_GROUP_ID),
                money(row.get(SUBSCRIPTION.LIST_PRICE), currency),
                constant(ListPriceSource.class, row.get(SUBSCRIPTION.LIST_PRICE_SOURCE)),
                money(row.get(SUBSCRIPTION.ACQUISITION_COST), currency),
                constant(AcquisitionCostSource.class, row.get(SUBSCRIPTION.ACQUISITION_COST_SOURCE)),
                row.get(SUBSCRIPTION.NOTES),
                row.get(SUBSCRIPTION.CREATED_AT),
                row.get(SUBSCRIPTION.UPDATED_AT),
                new Actor(row.get(SUBSCRIPTION.CREATED_BY)));
    }

    static Map<Field<?>, @Nullable Object> row(Asset asset) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(ASSET.TENANT_ID, asset.tenantId().value());
        row.put(ASSET.SERIAL_NUMBER, asset.serialNumber().value());
        row.put(ASSET.SKU, asset.sku().value());
        row.put(ASSET.PRODUCT_NAME, asset.productName());
        row.put(ASSET.STATUS, word(asset.status()));
        row.put(
                ASSET.SUBSCRIPTION_ID,
                asset.subscriptionId() == null ? null : asset.subscriptionId().value());
        row.put(
                ASSET.CUSTOMER_ID,
                asset.customerId() == null ? null : asset.customerId().value());
        row.put(ASSET.CREATED_AT, asset.createdAt());
        row.put(ASSET.UPDATED_AT, asset.updatedAt());
        return row;
    }

    static Asset asset(Record row) {
        String subscription = row.get(ASSET.SUBSCRIPTION_ID);
        String customer = row.get(ASSET.CUSTOMER_ID);
        return new Asset(
                new TenantId(row.get(ASSET.TENANT_ID)),
                new SerialNumber(row.get(ASSET.SERIAL_NUMBER)),
                new Sku(row.get(ASSET.SKU)),
                row.get(ASSET.PRODUCT_NAME),
                constant(AssetStatus.class, row.get(ASSET.STATUS)),
                subscription == null ? null : new SubscriptionId(subscription),
                customer == null ? null : new CustomerId(customer),
                row.get(ASSET.CREATED_AT),
                row.get(ASSET.UPDATED_AT));
    }

    // All amounts of a subscription share one currency column.
    private static @Nullable BigDecimal amount(@Nullable Money money, Currency currency) {
        if (money != null && !money.currency().equals(currency)) {
            throw new IllegalArgumentException("%s in a subscription in %s".formatted(money, currency));
        }
        return money == null ? null : money.amount();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : new Money(amount, currency);
    }
}

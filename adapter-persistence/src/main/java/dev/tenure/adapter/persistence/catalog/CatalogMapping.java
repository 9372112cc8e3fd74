package dev.tenure.adapter.persistence.catalog;

import static dev.tenure.adapter.persistence.generated.Tables.PRODUCT;
import static dev.tenure.adapter.persistence.generated.Tables.VARIANT;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;

import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.adapter.persistence.shared.MoneyText;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Products and variants to and from their rows. */
final class CatalogMapping {

    private CatalogMapping() {}

    /** The row for an update of a product: without the tenant, which no update may set. */
    static Map<Field<?>, @Nullable Object> changes(Product product) {
        Map<Field<?>, @Nullable Object> changes = row(product);
        changes.remove(PRODUCT.TENANT_ID);
        return changes;
    }

    static Map<Field<?>, @Nullable Object> row(Product product) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(PRODUCT.TENANT_ID, product.tenantId().value());
        row.put(PRODUCT.PRODUCT_ID, product.id().value());
        row.put(PRODUCT.SKU, product.sku().value());
        row.put(PRODUCT.NAME, product.name());
        row.put(PRODUCT.SPECIFICATION, product.specification());
        row.put(PRODUCT.CATEGORY, product.category());
        row.put(PRODUCT.BRAND, product.brand());
        row.put(PRODUCT.DESCRIPTION, product.description());
        row.put(PRODUCT.IMAGES, urls(product.images()));
        row.put(PRODUCT.ACTIVE, product.active());
        row.put(PRODUCT.CREATED_AT, product.createdAt());
        row.put(PRODUCT.UPDATED_AT, product.updatedAt());
        return row;
    }

    static Product product(Record row, List<Variant> variants) {
        return new Product(
                new TenantId(row.get(PRODUCT.TENANT_ID)),
                new ProductId(row.get(PRODUCT.PRODUCT_ID)),
                new Sku(row.get(PRODUCT.SKU)),
                row.get(PRODUCT.NAME),
                row.get(PRODUCT.SPECIFICATION),
                row.get(PRODUCT.CATEGORY),
                row.get(PRODUCT.BRAND),
                row.get(PRODUCT.DESCRIPTION),
                images(row.get(PRODUCT.IMAGES)),
                variants,
                row.get(PRODUCT.ACTIVE),
                row.get(PRODUCT.CREATED_AT),
                row.get(PRODUCT.UPDATED_AT));
    }

    static Map<Field<?>, @Nullable Object> row(Product product, Variant variant, int position) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(VARIANT.TENANT_ID, product.tenantId().value());
        row.put(VARIANT.VARIANT_ID, variant.id().value());
        row.put(VARIANT.PRODUCT_ID, product.id().value());
        row.put(VARIANT.POSITION, position);
        row.put(VARIANT.SKU, variant.sku().value());
        row.put(VARIANT.NAME, variant.name());
        row.put(VARIANT.GRADE, word(variant.grade()));
        row.put(VARIANT.CONDITION, variant.condition());
        row.put(VARIANT.COLOR_NAME, variant.colorName());
        row.put(VARIANT.IMAGES, urls(variant.images()));
        row.put(VARIANT.CURRENCY, currency(variant));
        row.put(VARIANT.LIST_PRICE, amount(variant.listPrice()));
        row.put(VARIANT.ACQUISITION_COST, amount(variant.acquisitionCost()));
        row.put(
                VARIANT.TIERS,
                Json.write(variant.tiers().stream().map(TierJson::of).toList()));
        row.put(VARIANT.ACTIVE, variant.active());
        row.put(VARIANT.CREATED_AT, variant.createdAt());
        row.put(VARIANT.UPDATED_AT, variant.updatedAt());
        return row;
    }

    static Variant variant(Record row) {
        return new Variant(
                new VariantId(row.get(VARIANT.VARIANT_ID)),
                new Sku(row.get(VARIANT.SKU)),
                row.get(VARIANT.NAME),
                constant(Grade.class, row.get(VARIANT.GRADE)),
                row.get(VARIANT.CONDITION),
                row.get(VARIANT.COLOR_NAME),
                images(row.get(VARIANT.IMAGES)),
                money(row.get(VARIANT.LIST_PRICE), row.get(VARIANT.CURRENCY)),
                money(row.get(VARIANT.ACQUISITION_COST), row.get(VARIANT.CURRENCY)),
                Json.readList(row.get(VARIANT.TIERS), TierJson[].class).stream()
                        .map(TierJson::toTier)
                        .toList(),
                row.get(VARIANT.ACTIVE),
                row.get(VARIANT.CREATED_AT),
                row.get(VARIANT.UPDATED_AT));
    }

    /** The offer in a row of both tables: the columns of a variant, and the texts of its product. */
    static Offer offer(Record row) {
        Variant variant = variant(row);
        return new Offer(
                new ProductId(row.get(PRODUCT.PRODUCT_ID)),
                row.get(PRODUCT.NAME),
                Stream.concat(variant.images().stream(), images(row.get(PRODUCT.IMAGES)).stream())
                        .findFirst()
                        .orElse(null),
                variant,
                row.get(PRODUCT.ACTIVE) && variant.active());
    }

    /** A row of both tables: a variant and its product. */
    static ListedVariant listed(Record row) {
        return new ListedVariant(
                new TenantId(row.get(VARIANT.TENANT_ID)),
                new ProductId(row.get(VARIANT.PRODUCT_ID)),
                new Sku(row.get(PRODUCT.SKU)),
                variant(row));
    }

    private static String[] urls(List<ImageUrl> images) {
        return images.stream().map(ImageUrl::value).toArray(String[]::new);
    }

    private static List<ImageUrl> images(String[] urls) {
        return Arrays.stream(urls).map(ImageUrl::new).toList();
    }

    private static @Nullable String currency(Variant variant) {
        List<Currency> currencies = Stream.of(variant.listPrice(), variant.acquisitionCost())
                .filter(Objects::nonNull)
                .map(Money::currency)
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("variant %s has amounts in %s".formatted(variant.sku(), currencies));
        }
        return currencies.isEmpty() ? null : currencies.get(0).getCurrencyCode();
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? null : new Money(amount, Currency.getInstance(currency));
    }

    private record TierJson(
            int contractLength,
            String monthlyPrice,
            @Nullable String setupFee,
            @Nullable DiscountJson discount,
            @Nullable OriginJson origin) {

        static TierJson of(PricingTier tier) {
            return new TierJson(
                    tier.contractLength(),
                    MoneyText.write(tier.monthlyPrice()),
                    MoneyText.writeOrNull(tier.setupFee()),
                    DiscountJson.ofNullable(tier.discount()),
                    OriginJson.ofKnown(tier.origin()));
        }

        PricingTier toTier() {
            return new PricingTier(
                    contractLength,
                    MoneyText.read(monthlyPrice),
                    MoneyText.readOrNull(setupFee),
                    discount == null ? null : discount.toDiscount(),
                    origin == null ? PriceOrigin.UNKNOWN : origin.toOrigin());
        }
    }

    private record DiscountJson(
            String type, BigDecimal value, @Nullable String description) {

        static @Nullable DiscountJson ofNullable(@Nullable Discount discount) {
            return discount == null
                    ? null
                    : new DiscountJson(word(discount.type()), discount.value(), discount.description());
        }

        Discount toDiscount() {
            return new Discount(constant(Discount.Type.class, type), value, description);
        }
    }

    private record OriginJson(
            @Nullable String source,
            @Nullable String calculatedAt,
            @Nullable String presetUsed) {

        static @Nullable OriginJson ofKnown(PriceOrigin origin) {
            PriceOrigin.Source source = origin.source();
            Instant calculatedAt = origin.calculatedAt();
            return origin.equals(PriceOrigin.UNKNOWN)
                    ? null
                    : new OriginJson(
                            source == null ? null : word(source),
                            calculatedAt == null ? null : calculatedAt.toString(),
                            origin.presetUsed());
        }

        PriceOrigin toOrigin() {
            return new PriceOrigin(
                    source == null ? null : constant(PriceOrigin.Source.class, source),
                    calculatedAt == null ? null : Instant.parse(calculatedAt),
                    presetUsed);
        }
    }
}

package dev.tenure.domain.catalog;

import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.tenantId;

import dev.tenure.domain.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small catalog in euro. {@code MACBOOK-PRO-16-M3} costs 99.00, 95.00, 89.00 or 79.00 a month for 6, 12, 24 or 36
 * months; {@code IPAD-AIR-11} 69.00, 59.00, 49.00 or 39.00; {@code CHAIR-AERON-B} is to be had for 12 months only, at
 * 25.00; any other SKU costs 33.00, 32.00, 31.00 or 30.00.
 */
public final class CatalogFixtures {

    public static final String MACBOOK = "MACBOOK-PRO-16-M3";
    public static final String IPAD = "IPAD-AIR-11";
    public static final String CHAIR = "CHAIR-AERON-B";

    private CatalogFixtures() {}

    /** A variant to be built further; it is orderable as it stands. */
    public static VariantBuilder aVariant(String sku) {
        return new VariantBuilder(sku);
    }

    /** The variant as the catalog has it. */
    public static Variant variant(String sku) {
        return aVariant(sku).build();
    }

    /** What an order sees of the variant with this SKU. */
    public static Offer offer(String sku) {
        return offer(variant(sku));
    }

    /** What an order sees of this variant, as part of a product of its own. */
    public static Offer offer(Variant variant) {
        return product(variant.sku().value() + "-FAMILY", variant).offer(variant);
    }

    /** A product, named after its SKU, with these variants. */
    public static Product product(String productSku, Variant... variants) {
        return new Product(
                tenantId(),
                new ProductId("prod_" + word(productSku)),
                new Sku(productSku),
                "Product " + productSku,
                "Specification of " + productSku,
                "Category of " + productSku,
                "Brand of " + productSku,
                "Description of " + productSku,
                List.of(new ImageUrl("https://images.example.com/" + word(productSku) + ".png")),
                List.of(variants),
                true,
                START,
                START.plusSeconds(1));
    }

    private static String word(String sku) {
        return sku.toLowerCase(Locale.ROOT);
    }

    private static List<String> monthlyPrices(String sku) {
        return switch (sku) {
            case MACBOOK -> List.of("99.00", "95.00", "89.00", "79.00");
            case IPAD -> List.of("69.00", "59.00", "49.00", "39.00");
            default -> List.of("33.00", "32.00", "31.00", "30.00");
        };
    }

    /** Builds a variant; what is not said is as the catalog has it. */
    public static final class VariantBuilder {

        private static final List<Integer> LENGTHS = List.of(6, 12, 24, 36);

        private final String sku;
        private @Nullable List<PricingTier> tiers;
        private @Nullable String listPrice = "2799.00";
        private @Nullable String acquisitionCost = "2350.00";
        private Currency currency = EUR;
        private boolean active = true;
        private List<ImageUrl> images = List.of();

        private VariantBuilder(String sku) {
            this.sku = sku;
        }

        public VariantBuilder in(Currency other) {
            currency = other;
            return this;
        }

        /** Exactly these tiers and no other. */
        public VariantBuilder tiers(PricingTier... exactly) {
            tiers = List.of(exactly);
            return this;
        }

        /** One more tier, in place of the one of that length. */
        public VariantBuilder costing(String monthlyPrice, int months) {
            List<PricingTier> next = new ArrayList<>(currentTiers().stream()
                    .filter(tier -> tier.contractLength() != months)
                    .toList());
            next.add(PricingTier.of(months, Money.of(monthlyPrice, currency)));
            tiers = next;
            return this;
        }

        public VariantBuilder listPrice(@Nullable String amount) {
            listPrice = amount;
            return this;
        }

        public VariantBuilder acquisitionCost(@Nullable String amount) {
            acquisitionCost = amount;
            return this;
        }

        public VariantBuilder pictured(String... urls) {
            images = Arrays.stream(urls).map(ImageUrl::new).toList();
            return this;
        }

        public VariantBuilder inactive() {
            active = false;
            return this;
        }

        public Variant build() {
            return new Variant(
                    new VariantId("var_" + word(sku)),
                    new Sku(sku),
                    "Variant " + sku,
                    Grade.B,
                    "Condition of " + sku,
                    "Colour of " + sku,
                    images,
                    money(listPrice),
                    money(acquisitionCost),
                    currentTiers(),
                    active,
                    START,
                    START);
        }

        private List<PricingTier> currentTiers() {
            if (tiers != null) {
                return tiers;
            }
            if (sku.equals(CHAIR)) {
                return List.of(PricingTier.of(12, Money.of("25.00", currency)));
            }
            List<String> prices = monthlyPrices(sku);
            return Stream.iterate(0, i -> i + 1)
                    .limit(LENGTHS.size())
                    .map(i -> PricingTier.of(LENGTHS.get(i), price(prices.get(i))))
                    .toList();
        }

        private Money price(String amount) {
            return Objects.requireNonNull(money(amount));
        }

        // The catalog's amounts are whole, so that every currency has them.
        private @Nullable Money money(@Nullable String amount) {
            return amount == null ? null : Money.of(amount, currency);
        }
    }

    /** Tiers of whole-month prices, for {@link VariantBuilder#tiers}: {@code tier(24, "89.00")}. */
    public static PricingTier tier(int months, String monthlyPrice) {
        return PricingTier.of(months, Money.of(monthlyPrice, EUR));
    }

    /** A tier whose price is lowered: {@code tier(24, "89.00", percent("12.5"))}. */
    public static PricingTier tier(int months, String monthlyPrice, Discount discount) {
        return new PricingTier(months, Money.of(monthlyPrice, EUR), null, discount);
    }

    /** {@code percent("12.5")}: so many per cent off. */
    public static Discount percent(String value) {
        return new Discount(Discount.Type.PERCENTAGE, new BigDecimal(value), null);
    }

    /** {@code fixed("10.00")}: so much off a month. */
    public static Discount fixed(String value) {
        return new Discount(Discount.Type.FIXED, new BigDecimal(value), null);
    }

    /** Names of SKUs as values. */
    public static List<Sku> skus(String... values) {
        return Arrays.stream(values).map(Sku::new).toList();
    }
}

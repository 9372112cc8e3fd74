package dev.tenure.application.catalog.upsert;

import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.DiscountInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A product as a command describes it, completely checked; it replaces the content of the existing one. */
record ProductDraft(UpsertProductCommand words, List<ImageUrl> images, List<VariantDraft> variants) {

    /**
     * @param violations the result of the check of the command; the draft checks the other fields nevertheless
     * @throws InvalidCommand naming every invalid field
     */
    static ProductDraft of(UpsertProductCommand command, List<FieldError> violations, Currency currency) {
        return new Checking(violations, currency).draft(command);
    }

    Sku sku() {
        return new Sku(words.productSku());
    }

    List<Sku> skus() {
        return variants.stream().map(VariantDraft::sku).toList();
    }

    /** Creates the product. */
    Product created(TenantId tenant, IdGenerator ids, Instant now) {
        return new Product(
                tenant,
                new ProductId(ids.next("prod")),
                sku(),
                words.name(),
                words.specification(),
                words.category(),
                words.brand(),
                words.description(),
                images,
                variants.stream()
                        .map(variant -> variant.at(new VariantId(ids.next("var")), true, now, now))
                        .toList(),
                true,
                now,
                now);
    }

    /** The existing product with this content; the same product if nothing is different. */
    Product appliedTo(Product product, IdGenerator ids, Instant now) {
        Product next = product.described(
                words.name(),
                words.specification(),
                words.category(),
                words.brand(),
                words.description(),
                images,
                product.updatedAt());
        for (VariantDraft draft : variants) {
            Variant variant = product.variant(draft.sku())
                    .map(known -> draft.appliedTo(known, now))
                    .orElseGet(() -> draft.at(new VariantId(ids.next("var")), true, now, now));
            next = next.with(variant, product.updatedAt());
        }
        return next.equals(product) ? product : next.touched(now);
    }

    /** The content of a variant, without its id, status and times. */
    record VariantDraft(
            Sku sku,
            VariantInput words,
            List<ImageUrl> images,
            @Nullable Money listPrice,
            @Nullable Money acquisitionCost,
            List<PricingTier> tiers) {

        Variant at(VariantId id, boolean active, Instant createdAt, Instant updatedAt) {
            return new Variant(
                    id,
                    sku,
                    words.variantName(),
                    words.grade(),
                    words.condition(),
                    words.colorName(),
                    images,
                    listPrice,
                    acquisitionCost,
                    tiers,
                    active,
                    createdAt,
                    updatedAt);
        }

        Variant appliedTo(Variant known, Instant now) {
            Variant next = at(known.id(), known.active(), known.createdAt(), known.updatedAt());
            return next.equals(known) ? known : next.touched(now);
        }
    }

    /**
     * Checks a command in which some fields are known to be invalid or missing, and finds the other errors. It reports
     * a field only once.
     */
    private static final class Checking {

        /** The codes of values that are not a price at all. */
        private static final Set<String> UNREAD = Set.of("required", "invalid_type", "invalid_enum_value");

        private final List<FieldError> violations;
        private final Currency currency;
        private final FieldErrors errors = new FieldErrors();
        private final NavigableSet<String> toldPaths = new TreeSet<>();

        Checking(List<FieldError> violations, Currency currency) {
            this.violations = violations;
            this.currency = currency;
            violations.forEach(violation -> toldPaths.add(violation.path()));
        }

        ProductDraft draft(UpsertProductCommand command) {
            List<ImageUrl> images = images("images", command.images());
            List<VariantDraft> drafts = new ArrayList<>();
            Set<Sku> skus = new HashSet<>();
            each("variants", command.variants(), (path, input) -> variant(path, input, skus)
                    .ifPresent(drafts::add));
            throwIfAny();
            return new ProductDraft(command, images, drafts);
        }

        private Optional<VariantDraft> variant(String path, VariantInput input, Set<Sku> skus) {
            Optional<Sku> sku = at(path + ".variantSku", input.variantSku(), Sku::new);
            if (sku.isPresent() && !skus.add(sku.get())) {
                errors.add(
                        path + ".variantSku",
                        SharedError.VALIDATION_ERROR,
                        "the SKU %s is there twice".formatted(sku.get()));
            }
            List<ImageUrl> images = images(path + ".images", input.images());
            Optional<Money> listPrice = money(path + ".listPrice", input.listPrice());
            Optional<Money> cost = money(path + ".acquisitionCost", input.acquisitionCost());
            List<PricingTier> tiers = new ArrayList<>();
            Set<Integer> lengths = new HashSet<>();
            each(path + ".pricing", input.pricing(), (at, tier) -> tier(at, tier, lengths)
                    .ifPresent(tiers::add));
            return sku.map(
                    named -> new VariantDraft(named, input, images, listPrice.orElse(null), cost.orElse(null), tiers));
        }

        private Optional<PricingTier> tier(String path, TierInput input, Set<Integer> lengths) {
            Integer length = input.contractLength();
            if (length != null && !lengths.add(length)) {
                errors.add(
                        path + ".contractLength",
                        CatalogError.INVALID_PRICING,
                        "there are two prices for %d months".formatted(length));
            }
            Optional<Money> monthly = money(path + ".monthlyPrice", input.monthlyPrice());
            Optional<Money> fee = money(path + ".setupFee", input.setupFee());
            Optional<Discount> discount = discount(path + ".discount", input.discount());
            PriceOrigin origin = new PriceOrigin(input.source(), input.calculatedAt(), input.presetUsed());
            return length == null || isTold(path)
                    ? Optional.empty()
                    : monthly.map(
                            price -> new PricingTier(length, price, fee.orElse(null), discount.orElse(null), origin));
        }

        private Optional<Discount> discount(String path, @Nullable DiscountInput input) {
            return input == null || isTold(path)
                    ? Optional.empty()
                    : errors.at(path + ".value", () -> new Discount(input.type(), input.value(), input.description()))
                            .optional();
        }

        private Optional<Money> money(String path, @Nullable BigDecimal amount) {
            return at(path, amount, given -> new Money(given, currency));
        }

        private List<ImageUrl> images(String path, @Nullable List<String> urls) {
            List<ImageUrl> images = new ArrayList<>();
            each(path, urls, (at, url) -> at(at, url, ImageUrl::new).ifPresent(images::add));
            return images;
        }

        private <V, T> Optional<T> at(String path, @Nullable V value, Function<V, T> part) {
            return value == null || isTold(path)
                    ? Optional.empty()
                    : errors.at(path, () -> part.apply(value)).optional();
        }

        private <E> void each(String path, @Nullable List<E> list, Element<E> element) {
            for (int i = 0; list != null && i < list.size(); i++) {
                E value = list.get(i);
                if (value != null) {
                    element.check(path + "[" + i + "]", value);
                }
            }
        }

        // An error of the field itself, or of one below it.
        private boolean isTold(String path) {
            String below = toldPaths.ceiling(path + ".");
            return toldPaths.contains(path) || (below != null && below.startsWith(path + "."));
        }

        private void throwIfAny() {
            List<FieldError> all = new ArrayList<>(violations);
            all.addAll(errors.all());
            if (!all.isEmpty()) {
                all.sort(Comparator.comparing(FieldError::path));
                boolean pricing = all.stream()
                        .allMatch(error -> error.path().contains(".pricing") && !UNREAD.contains(error.code()));
                throw new InvalidCommand(pricing ? CatalogError.INVALID_PRICING : SharedError.VALIDATION_ERROR, all);
            }
        }

        /** Checks an element of a list at this path. */
        @FunctionalInterface
        private interface Element<E> {

            void check(String path, E value);
        }
    }
}

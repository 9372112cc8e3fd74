package dev.tenure.application.catalog.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.RuleViolated;
import java.util.List;

/**
 * Creates a product, or changes the one with its SKU, and likewise each variant in the command. The command gives the
 * complete new content: an omitted optional field is cleared. Other variants do not change, and an existing variant
 * stays active or inactive; a new one is active. Unchanged content is not written again. Existing orders keep their
 * prices.
 *
 * <p>Example: a product has the variants {@code A} and {@code B}, {@code A} with a list price. A command with
 * {@code A}, without a list price, and {@code C} clears the list price of {@code A}, leaves {@code B} unchanged and
 * adds {@code C}.
 */
@FunctionalInterface
public interface UpsertProduct {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * @throws InvalidCommand naming every invalid field: {@code INVALID_PRICING} if only values of {@code pricing} are
     *     invalid, otherwise {@code VALIDATION_ERROR}
     * @throws Conflict {@code DUPLICATE_SKU} when a variant SKU belongs to another product
     * @throws RuleViolated {@code PRODUCT_HAS_ACTIVE_ORDERS} when the command discontinues a product in open orders
     */
    Result upsert(Caller caller, UpsertProductCommand command);

    /** The product after the command, whether it is new, and the result for each variant of the command. */
    record Result(Versioned<Product> product, boolean created, List<VariantResult> variants) {

        public Result {
            variants = List.copyOf(variants);
        }
    }

    /** Whether the variant is new. */
    record VariantResult(Sku sku, boolean created) {}
}

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
 * Makes a product, or changes the one with its SKU; the same for each variant that is named. Either is afterwards what the command says:
 * an optional field that it leaves out is empty. A variant that is not named stays as it is, and so does whether a known variant is
 * active; a new one is. What is there already, word for word, is not written again. Placed orders keep their prices.
 *
 * <p>Example: a product has the variants {@code A} and {@code B}, {@code A} with a list price. A command with {@code A}, without a list
 * price, and {@code C} leaves it with {@code A} without a list price, {@code B} as it was, and the new {@code C}.
 */
@FunctionalInterface
public interface UpsertProduct {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.PRODUCTS_WRITE;

    /**
     * @throws InvalidCommand naming every invalid field: {@code INVALID_PRICING} if only values of {@code pricing} are
     *     invalid, otherwise {@code VALIDATION_ERROR}
     * @throws Conflict {@code DUPLICATE_SKU} when a variant SKU belongs to another product
     * @throws RuleViolated {@code PRODUCT_HAS_ACTIVE_ORDERS} when the command discontinues a product that open orders have
     */
    Result upsert(Caller caller, UpsertProductCommand command);

    /** The product as it is now, whether it is new, and what became of each variant of the command. */
    record Result(Versioned<Product> product, boolean created, List<VariantResult> variants) {

        public Result {
            variants = List.copyOf(variants);
        }
    }

    /** Whether the variant is new. */
    record VariantResult(Sku sku, boolean created) {}
}

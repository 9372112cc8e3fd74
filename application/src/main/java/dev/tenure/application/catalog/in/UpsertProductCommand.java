package dev.tenure.application.catalog.in;

import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.ContractLengths;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client's description of a product. Fields have the names of the API, so that the path of a violation is the
 * client's own. Amounts are in the tenant's currency.
 *
 * @param images absolute http or https URLs; none, if null
 * @param status whether it can be ordered; null leaves it unchanged, and active for a new product
 */
public record UpsertProductCommand(
        @NotBlank @Size(max = Text.LINE) String productSku,
        @NotBlank @Size(max = Text.LINE) String name,
        @NotBlank @Size(max = Text.NOTES) String specification,
        @NotBlank @Size(max = Text.LINE) String category,
        @NotBlank @Size(max = Text.LINE) String brand,
        @Size(max = Text.NOTES) @Nullable String description,
        @Size(max = Product.MAX_IMAGES) @Nullable List<@NotNull @Size(max = ImageUrl.MAX_LENGTH) String> images,
        @Nullable Status status,
        @NotNull @Size(min = 1, max = Product.MAX_VARIANTS) List<@NotNull @Valid VariantInput> variants) {

    /** Whether a product can be ordered. */
    public enum Status {
        ACTIVE,
        DISCONTINUED
    }

    /**
     * One variant.
     *
     * @param listPrice the retail price of a unit
     * @param acquisitionCost the operator's cost of a unit
     * @param pricing a tier for each contract length that is offered
     */
    public record VariantInput(
            @NotBlank @Size(max = Text.LINE) String variantSku,
            @NotBlank @Size(max = Text.LINE) String variantName,
            @NotNull Grade grade,
            @Size(max = Text.LINE) @Nullable String condition,
            @Size(max = Text.LINE) @Nullable String colorName,
            @Size(max = Product.MAX_IMAGES) @Nullable List<@NotNull @Size(max = ImageUrl.MAX_LENGTH) String> images,
            @PositiveOrZero @Nullable BigDecimal listPrice,
            @PositiveOrZero @Nullable BigDecimal acquisitionCost,

            @NotNull @Size(min = 1, max = ContractLengths.MAX_MONTHS)
            List<@NotNull @Valid TierInput> pricing) {}

    /**
     * The price of a unit for one contract length.
     *
     * @param contractLength in months
     * @param setupFee once per unit
     * @param calculatedAt when a suggested price was calculated
     * @param presetUsed the preset that calculated it
     */
    public record TierInput(
            @NotNull @Min(1) @Max(ContractLengths.MAX_MONTHS)
            Integer contractLength,

            @NotNull @PositiveOrZero BigDecimal monthlyPrice,
            @PositiveOrZero @Nullable BigDecimal setupFee,
            @Valid @Nullable DiscountInput discount,
            PriceOrigin.@Nullable Source source,
            @Nullable Instant calculatedAt,
            @Size(max = Text.LINE) @Nullable String presetUsed) {}

    /** The discount on the monthly price: in per cent, or as an amount a month. */
    public record DiscountInput(
            @NotNull Discount.Type type,
            @NotNull @PositiveOrZero BigDecimal value,
            @Size(max = Text.LINE) @Nullable String description) {}
}

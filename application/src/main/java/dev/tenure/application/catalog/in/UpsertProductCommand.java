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
 * A product as a client describes it. Fields are named as on the wire, so that a violation's path is the client's own. Amounts are in the
 * tenant's currency.
 *
 * @param images absolute http or https addresses; none, if null
 * @param status whether it can be ordered; as it was, if null, and a new product can
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
     * @param acquisitionCost what a unit cost the operator
     * @param pricing a tier for each contract length it is to be had for
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
     * What a unit costs for one contract length.
     *
     * @param contractLength in months
     * @param setupFee once per unit
     * @param calculatedAt when a suggested price was calculated
     * @param presetUsed by which preset
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

    /** What the monthly price is lowered by: so many per cent, or an amount a month. */
    public record DiscountInput(
            @NotNull Discount.Type type,
            @NotNull @PositiveOrZero BigDecimal value,
            @Size(max = Text.LINE) @Nullable String description) {}
}

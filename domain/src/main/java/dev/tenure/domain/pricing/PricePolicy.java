package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.PricingTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One rule of the monthly price of a unit. Policies run in order; each gets the result of the one before it. */
interface PricePolicy {

    /** The step of this rule, or empty if it does not apply. {@code before} is null only for the first policy. */
    Optional<PriceStep> apply(@Nullable BigDecimal before, PricingTier tier, Currency currency);
}

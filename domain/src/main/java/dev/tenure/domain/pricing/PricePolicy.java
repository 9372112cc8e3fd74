package dev.tenure.domain.pricing;

import dev.tenure.domain.catalog.PricingTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One rule of the monthly price of a unit. Policies run in order; each sees what the one before it left. */
interface PricePolicy {

    /** The step this rule takes, or nothing when it does not apply. {@code before} is null only for the first policy. */
    Optional<PriceStep> apply(@Nullable BigDecimal before, PricingTier tier, Currency currency);
}

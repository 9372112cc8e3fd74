package dev.tenure.domain.pricing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One rule that fired while an item was priced: which amount it set, by which rule, from what to what, and why in
 * words. Amounts are in the currency of the order; {@code before} is absent for the rule that set the amount first. A
 * whole trace reads, for example, {@code tier: 89.00 (24 months)}, {@code percentage_discount: 89.00 to 80.10 (10 %
 * launch offer)}.
 */
public record PriceStep(
        Subject subject, String rule, @Nullable BigDecimal before, BigDecimal after, String reason) {

    /** The amount that a step is about. */
    public enum Subject {
        UNIT_PRICE,
        LIST_PRICE,
        ACQUISITION_COST,
        TAX
    }
}

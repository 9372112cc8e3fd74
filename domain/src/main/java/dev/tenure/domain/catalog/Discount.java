package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a tier's monthly price is lowered by for the initial term: {@code value} per cent of it (0 to 100), or a fixed amount per
 * month. The price never falls below zero.
 */
public record Discount(
        Type type, BigDecimal value, @Nullable String description) {

    /** How the value is read. */
    public enum Type {
        PERCENTAGE,
        FIXED
    }

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Discount {
        if (value.signum() < 0 || (type == Type.PERCENTAGE && value.compareTo(HUNDRED) > 0)) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "a discount is 0 to 100 per cent or a fixed amount of at least 0, not " + value.toPlainString(),
                    Map.of("given", value));
        }
        description = Text.optional("discount description", description, Text.LINE);
    }
}

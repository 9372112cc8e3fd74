package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Text;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reduction of a tier's monthly price for the initial term: {@code value} per cent of it (0 to 100), or a fixed
 * amount per month. The price never falls below zero. The value has at most {@value #MAX_DECIMALS} decimals and, as an
 * amount, is below {@link Money#LIMIT}; {@code 12.50} equals {@code 12.5}.
 */
public record Discount(
        Type type, BigDecimal value, @Nullable String description) {

    /** How the value is read. */
    public enum Type {
        PERCENTAGE,
        FIXED
    }

    public static final int MAX_DECIMALS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws InvalidValue {@code INVALID_PRICING} when the value is out of range or has too many decimals */
    public Discount {
        boolean inRange = type == Type.PERCENTAGE ? value.compareTo(HUNDRED) <= 0 : value.compareTo(Money.LIMIT) < 0;
        if (value.signum() < 0 || !inRange || Decimals.count(value) > MAX_DECIMALS) {
            throw new InvalidValue(
                    CatalogError.INVALID_PRICING,
                    "a discount is 0 to 100 per cent or a fixed amount of at least 0, with at most %d decimals, not %s"
                            .formatted(MAX_DECIMALS, value),
                    Map.of("given", value.toString())); // text: 1E+999999999 must not be spelled out
        }
        value = Decimals.plain(value);
        description = Text.optional("discount description", description, Text.LINE);
    }
}

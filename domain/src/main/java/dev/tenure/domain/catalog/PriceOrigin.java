package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The origin of a tier's price, as far as it is known: whether it was suggested or set by hand, and for a suggested one
 * when it was calculated and by which preset. It does not affect what is charged.
 */
public record PriceOrigin(
        @Nullable Source source,
        @Nullable Instant calculatedAt,
        @Nullable String presetUsed) {

    /** Who set the price. */
    public enum Source {
        SUGGESTED,
        MANUAL
    }

    public static final PriceOrigin UNKNOWN = new PriceOrigin(null, null, null);

    public PriceOrigin {
        presetUsed = Text.optional("presetUsed", presetUsed, Text.LINE);
    }
}

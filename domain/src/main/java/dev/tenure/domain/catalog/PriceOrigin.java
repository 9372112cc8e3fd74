package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a tier's price came from, as far as that is known: whether it was suggested or set by hand, and for a suggested one when it
 * was reckoned and by which preset. It says nothing about what is charged.
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

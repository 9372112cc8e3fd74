package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The tenant's one tax rate and how prices contain it. The rate is in per cent, 0 to 100 with at most 4 decimals: 21 is
 * 21 %.
 */
public record TaxSettings(TaxMode mode, BigDecimal ratePercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_DECIMALS = 4;

    /** No tax. */
    public static final TaxSettings NONE = new TaxSettings(TaxMode.NONE, BigDecimal.ZERO); // after what its check needs

    public TaxSettings {
        if (ratePercent.signum() < 0
                || ratePercent.compareTo(HUNDRED) > 0
                || Decimals.count(ratePercent) > MAX_DECIMALS) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "a tax rate is 0 to 100 per cent with at most %d decimals, not %s"
                            .formatted(MAX_DECIMALS, ratePercent),
                    Map.of("given", ratePercent.toString())); // text: 1E-999999999 must not be spelled out
        }
        ratePercent = Decimals.plain(ratePercent);
    }
}

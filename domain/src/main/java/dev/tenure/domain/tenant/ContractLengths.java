package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.List;
import java.util.Map;

/**
 * The contract lengths a tenant offers, in months, ascending, and the one that is used when an order names none. Each
 * is 1 to {@value #MAX_MONTHS}; the usual set is 6, 12, 24 and 36 with 12 as the default.
 */
public record ContractLengths(List<Integer> allowedMonths, int defaultMonths) {

    public static final int MAX_MONTHS = 120;

    public static final ContractLengths USUAL = new ContractLengths(List.of(6, 12, 24, 36), 12);

    public ContractLengths {
        allowedMonths = allowedMonths.stream().distinct().sorted().toList();
        if (allowedMonths.isEmpty() || allowedMonths.stream().anyMatch(months -> months < 1 || months > MAX_MONTHS)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "contract lengths are 1 to %d months and at least one is needed, not %s"
                            .formatted(MAX_MONTHS, allowedMonths),
                    Map.of("given", allowedMonths));
        }
        if (!allowedMonths.contains(defaultMonths)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "the default contract length must be one of %s, not %d".formatted(allowedMonths, defaultMonths),
                    Map.of("allowed", allowedMonths, "given", defaultMonths));
        }
    }

    public boolean allows(int months) {
        return allowedMonths.contains(months);
    }
}

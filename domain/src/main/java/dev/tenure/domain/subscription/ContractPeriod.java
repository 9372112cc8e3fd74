package dev.tenure.domain.subscription;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.tenant.ContractLengths;
import java.time.LocalDate;

/**
 * The days of a contract, both inclusive, in the tenant's time zone: it starts on a day and ends a day before the same
 * day so many months later, clamped to the end of a shorter month. Every date is calculated from the start, so 31
 * January bills on 28 February and again on 31 March.
 *
 * <p>Worked example: 12 months from 1 July 2024 end on 30 June 2025; 1 month from 31 January 2025 ends on 27 February
 * 2025.
 */
public record ContractPeriod(LocalDate start, int months) {

    /** The first day on which a contract can start; early enough for orders that are imported. */
    public static final LocalDate EARLIEST_START = LocalDate.of(1900, 1, 1);

    /** The last day on which a contract can start; every date of it then has a year of four digits. */
    public static final LocalDate LATEST_START = LocalDate.of(2999, 12, 31);

    /** @throws InvalidValue {@code VALIDATION_ERROR} when the start or the length is out of range */
    public ContractPeriod {
        if (start.isBefore(EARLIEST_START) || start.isAfter(LATEST_START)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "a contract starts from %s to %s, not on %s".formatted(EARLIEST_START, LATEST_START, start));
        }
        if (months < 1 || months > ContractLengths.MAX_MONTHS) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "a contract runs for 1 to %d months, not %d".formatted(ContractLengths.MAX_MONTHS, months));
        }
    }

    /** The last day. */
    public LocalDate end() {
        return start.plusMonths(months).minusDays(1);
    }

    /**
     * The first day of the billing month with this index, 0 being the first: the start plus so many months, clamped.
     */
    public LocalDate billingDay(int index) {
        return start.plusMonths(index);
    }
}

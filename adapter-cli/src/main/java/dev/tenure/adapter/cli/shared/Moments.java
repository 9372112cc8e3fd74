package dev.tenure.adapter.cli.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads times, which may be given as dates. */
public final class Moments {

    private Moments() {}

    /**
     * A time, or the first moment of a date in this zone.
     *
     * @throws UsageProblem when the option's value is neither
     */
    public static Instant moment(String option, String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException unreadable) {
            throw new UsageProblem("%s must be a time such as 2027-01-31T12:00:00Z or a date such as 2027-01-31, not %s"
                    .formatted(option, text));
        }
    }
}

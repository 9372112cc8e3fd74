package dev.tenure.adapter.json.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Instants and dates in the format of the contract. */
final class JsonTimes {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    // 2025-02-01, and the date of 2025-02-01T10:00:00, of …Z and of …+02:00.
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?)?");

    private JsonTimes() {}

    /** An RFC 3339 instant, to the millisecond; empty if there is no such instant. */
    static Optional<Instant> instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(instant)
                    .filter(at -> isUsual(at.atOffset(ZoneOffset.UTC).getYear()));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    /** A date, or the date part of a date-time; empty if there is no such day. */
    static Optional<LocalDate> date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(parts.group(1), DateTimeFormatter.ISO_LOCAL_DATE))
                    .filter(date -> isUsual(date.getYear()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}

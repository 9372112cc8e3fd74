package dev.tenure.adapter.cli.shared;

import dev.tenure.domain.shared.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;

/** How amounts and times are written for people. */
public final class Spelling {

    private Spelling() {}

    /** For example {@code 12,804.00}. */
    public static String amount(Money money) {
        return String.format(Locale.ROOT, "%,." + money.amount().scale() + "f", money.amount());
    }

    /** For example {@code EUR 12,804.00}. */
    public static String money(Money money) {
        return money.currency().getCurrencyCode() + " " + amount(money);
    }

    /** For example {@code 1 row}, {@code 2 rows}. */
    public static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** For example {@code 2026-01-05 10:42}, in the tenant's time zone. */
    public static String minute(Instant instant, ZoneId zone) {
        ZonedDateTime at = instant.atZone(zone);
        return "%s %02d:%02d".formatted(at.toLocalDate(), at.getHour(), at.getMinute());
    }
}

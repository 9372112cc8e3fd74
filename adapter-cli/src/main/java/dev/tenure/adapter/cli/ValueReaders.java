package dev.tenure.adapter.cli;

import dev.tenure.adapter.cli.customer.CustomerStatus;
import dev.tenure.adapter.cli.order.ExportCommand;
import dev.tenure.adapter.cli.shared.Activity;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.adapter.cli.shared.VariantActivity;
import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.subscription.SubscriptionStatus;
import dev.tenure.domain.tenant.TaxMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options: words as on the wire, in any case, dates and instants. */
final class ValueReaders {

    private ValueReaders() {}

    static void addTo(CommandLine commandLine) {
        commandLine.registerConverter(Output.class, words(Output.class));
        commandLine.registerConverter(Activity.class, words(Activity.class));
        commandLine.registerConverter(VariantActivity.class, words(VariantActivity.class));
        commandLine.registerConverter(OrderStatus.class, words(OrderStatus.class));
        commandLine.registerConverter(SubscriptionStatus.class, words(SubscriptionStatus.class));
        commandLine.registerConverter(TaxMode.class, words(TaxMode.class));
        commandLine.registerConverter(ExportCommand.Format.class, words(ExportCommand.Format.class));
        commandLine.registerConverter(CustomerStatus.class, words(CustomerStatus.class));
        commandLine.registerConverter(SortDirection.class, words(SortDirection.class));
        commandLine.registerConverter(CustomerType.class, words(CustomerType.class));
        commandLine.registerConverter(OrderType.class, words(OrderType.class));
        commandLine.registerConverter(FieldType.class, words(FieldType.class));
        commandLine.registerConverter(LocalDate.class, ValueReaders::date);
        commandLine.registerConverter(Instant.class, ValueReaders::instant);
        commandLine.registerConverter(OrderQuery.Sort.class, named(OrderCodec.SORTS));
        commandLine.registerConverter(CustomerQuery.Sort.class, named(CustomerCodec.SORTS));
    }

    private static LocalDate date(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException("must be a date such as 2026-02-01, not " + given);
        }
    }

    private static Instant instant(String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException("must be an instant such as 2026-02-01T10:00:00Z, not " + given);
        }
    }

    private static <E extends Enum<E>> ITypeConverter<E> words(Class<E> type) {
        return named(EnumWords.words(type));
    }

    private static <T> ITypeConverter<T> named(Map<String, T> words) {
        return given -> words.entrySet().stream()
                .filter(word -> lower(word.getKey()).equals(lower(given)))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of %s, not %s".formatted(String.join(", ", words.keySet()), given)));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}

package dev.tenure.adapter.cli;

import dev.tenure.adapter.cli.bulk.ExportCommand;
import dev.tenure.adapter.cli.customer.CustomerStatus;
import dev.tenure.adapter.cli.shared.Activity;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.adapter.cli.shared.SortDirection;
import dev.tenure.adapter.cli.shared.VariantActivity;
import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.order.in.OrderQuery;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options: words as on the wire, in any case, dates and instants. */
final class ValueReaders {

    private ValueReaders() {}

    static void addTo(CommandLine commandLine) {
        commandLine.registerConverter(Output.class, words(Output.values()));
        commandLine.registerConverter(Activity.class, words(Activity.values()));
        commandLine.registerConverter(VariantActivity.class, words(VariantActivity.values()));
        commandLine.registerConverter(OrderStatus.class, words(OrderStatus.values()));
        commandLine.registerConverter(SubscriptionStatus.class, words(SubscriptionStatus.values()));
        commandLine.registerConverter(TaxMode.class, words(TaxMode.values()));
        commandLine.registerConverter(OrderQuery.Direction.class, words(OrderQuery.Direction.values()));
        commandLine.registerConverter(ExportCommand.Format.class, words(ExportCommand.Format.values()));
        commandLine.registerConverter(CustomerStatus.class, words(CustomerStatus.values()));
        commandLine.registerConverter(SortDirection.class, words(SortDirection.values()));
        commandLine.registerConverter(CustomerType.class, words(CustomerType.values()));
        commandLine.registerConverter(OrderType.class, words(OrderType.values()));
        commandLine.registerConverter(FieldType.class, words(FieldType.values()));
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

    private static <E extends Enum<E>> ITypeConverter<E> words(E[] constants) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(constants).forEach(constant -> words.put(EnumWords.word(constant), constant));
        return named(words);
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

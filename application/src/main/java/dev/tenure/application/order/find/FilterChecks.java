package dev.tenure.application.order.find;

import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.out.OrderFinding;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Refuses invalid filters of orders, with all errors at once. */
final class FilterChecks {

    private static final int MAX_DIGITS = 100;

    private FilterChecks() {}

    /**
     * The filter with the terms of its custom fields.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} naming the invalid search, times and custom fields
     */
    static OrderFilter askable(OrderFilter filter, List<Versioned<FieldDefinition>> definitions) {
        List<FieldError> errors = new ArrayList<>();
        String search = filter.search();
        if (search != null) {
            try {
                SearchWords.check(search);
            } catch (InvalidCommand refused) {
                errors.addAll(refused.fields());
            }
        }
        if (filter.createdFrom() != null
                && filter.createdTo() != null
                && !filter.createdFrom().isBefore(filter.createdTo())) {
            errors.add(new FieldError("createdTo", "too_small", "must be later than createdFrom"));
        }
        Map<String, FieldDefinition> defined = definitions.stream()
                .map(Versioned::value)
                .collect(Collectors.toMap(FieldDefinition::id, Function.identity(), (one, same) -> one, TreeMap::new));
        Map<String, String> terms = new TreeMap<>();
        filter.customFields().forEach((id, value) -> {
            FieldDefinition definition = defined.get(id);
            String path = "customField_" + id;
            if (definition == null) {
                errors.add(new FieldError(path, "unrecognized_keys", undefined(defined)));
                return;
            }
            term(definition, value)
                    .ifPresentOrElse(
                            term -> terms.put(id, term),
                            () -> errors.add(new FieldError(
                                    path,
                                    "invalid_type",
                                    definition.type() == FieldType.NUMBER ? "must be a number" : "must not be blank")));
        });
        if (!errors.isEmpty()) {
            throw new InvalidCommand(SharedError.VALIDATION_ERROR, errors);
        }
        return filter.with(terms);
    }

    private static String undefined(Map<String, FieldDefinition> defined) {
        return defined.isEmpty()
                ? "no custom field is defined, so none can be filtered by"
                : "is no defined custom field; there are " + String.join(", ", defined.keySet());
    }

    private static Optional<String> term(FieldDefinition definition, String value) {
        return definition.type() == FieldType.NUMBER
                ? number(value.strip()).flatMap(OrderFinding::term)
                : OrderFinding.term(value);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            // 1e999999999 is short, but has a gigabyte of digits as plain text.
            return Math.abs((long) number.scale()) + number.precision() > MAX_DIGITS
                    ? Optional.empty()
                    : Optional.of(number);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}

package dev.tenure.domain.field;

import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Decimals;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.shared.TextPattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A custom field of orders that a tenant has defined: its label and its allowed values. Every write of an order that
 * changes the field is checked; existing orders do not change. A key of {@link CustomFields} without a definition
 * allows any JSON.
 *
 * <p>Worked example: {@code costCenter}, a required {@code TEXT} with the pattern {@code [A-Z]{2}-\d{3}}, accepts
 * {@code "IT-001"} and refuses {@code "it-1"}, {@code 5} and a missing value.
 *
 * @param id the key in the custom fields of an order
 * @param label the name for people
 * @param required whether an order can be placed only with it
 * @param options the values of a {@code SELECT}; empty for other types
 * @param minLength of a text, except for a {@code SELECT}, in UTF-16 units; {@code maxLength} and {@code pattern}
 *     likewise
 * @param minimum of a {@code NUMBER}; {@code maximum} likewise
 */
public record FieldDefinition(
        String id,
        String label,
        FieldType type,
        boolean required,
        List<String> options,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable TextPattern pattern,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        Instant createdAt,
        Instant updatedAt) {

    public static final int MAX_OPTIONS = 200;

    /** The maximum length of a text in a defined field. */
    public static final int MAX_TEXT = Text.NOTES;

    private static final int SHORTEST_PHONE_NUMBER = 3;

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR}, with the field's name in its details, when the parts contradict
     *     each other
     */
    public FieldDefinition {
        if (!Identifier.isWellFormed(id)) {
            throw refused(
                    "fieldId",
                    "fieldId must be 1 to %d letters, digits, dots, dashes or underscores and start with a letter or digit"
                            .formatted(Identifier.MAX_LENGTH));
        }
        label = Text.required("label", label, Text.LINE);
        options = options.stream()
                .map(option -> Text.required("options", option, Text.LINE))
                .toList();
        if ((type == FieldType.SELECT) == options.isEmpty()) {
            throw refused("options", "a select has options, and nothing else has");
        }
        if (options.size() > MAX_OPTIONS || new HashSet<>(options).size() < options.size()) {
            throw refused("options", "there are at most %d options, each once".formatted(MAX_OPTIONS));
        }
        minimum = minimum == null ? null : Decimals.plain(minimum);
        maximum = maximum == null ? null : Decimals.plain(maximum);
        boolean isText = type == FieldType.TEXT || type == FieldType.EMAIL || type == FieldType.PHONE;
        requireFor(isText, "minLength", minLength, type);
        requireFor(isText, "maxLength", maxLength, type);
        requireFor(isText, "pattern", pattern, type);
        requireFor(type == FieldType.NUMBER, "minimum", minimum, type);
        requireFor(type == FieldType.NUMBER, "maximum", maximum, type);
        if (minLength != null && (minLength < 0 || minLength > MAX_TEXT)) {
            throw refused("minLength", "minLength must be 0 to %d, not %d".formatted(MAX_TEXT, minLength));
        }
        if (maxLength != null && (maxLength < 1 || maxLength > MAX_TEXT)) {
            throw refused("maxLength", "maxLength must be 1 to %d, not %d".formatted(MAX_TEXT, maxLength));
        }
        if (minLength != null && maxLength != null && minLength > maxLength) {
            throw refused("minLength", "minLength %d is more than maxLength %d".formatted(minLength, maxLength));
        }
        if (minimum != null && maximum != null && minimum.compareTo(maximum) > 0) {
            throw refused("minimum", "minimum %s is more than maximum %s".formatted(minimum, maximum));
        }
    }

    /**
     * Checks a value for an order.
     *
     * @param value null when the order has none; a blank text counts as none
     * @throws InvalidValue {@code VALIDATION_ERROR} when it is refused
     */
    public void check(@Nullable Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            if (required) {
                throw refused(id, "%s is required".formatted(label));
            }
            return;
        }
        if (type == FieldType.NUMBER) {
            if (!(value instanceof BigDecimal number)) {
                throw refused(id, "%s must be a number".formatted(label));
            }
            checkNumber(number);
        } else if (value instanceof String text) {
            checkText(text.strip());
        } else {
            throw refused(id, "%s must be text".formatted(label));
        }
    }

    private void checkNumber(BigDecimal number) {
        if (minimum != null && number.compareTo(minimum) < 0) {
            throw refused(id, "%s must be at least %s, not %s".formatted(label, plain(minimum), plain(number)));
        }
        if (maximum != null && number.compareTo(maximum) > 0) {
            throw refused(id, "%s must be at most %s, not %s".formatted(label, plain(maximum), plain(number)));
        }
    }

    private void checkText(String text) {
        if (type == FieldType.SELECT) {
            if (!options.contains(text)) {
                throw refused(id, "%s must be one of %s".formatted(label, String.join(", ", options)));
            }
            return;
        }
        int least = minLength == null ? 0 : minLength;
        int most = maxLength == null ? MAX_TEXT : maxLength;
        if (text.length() < least || text.length() > most) {
            throw refused(id, "%s must have %d to %d characters, not %d".formatted(label, least, most, text.length()));
        }
        if (type == FieldType.EMAIL && !isEmail(text)) {
            throw refused(id, "%s must be an e-mail address".formatted(label));
        }
        if (type == FieldType.PHONE && !isPhoneNumber(text)) {
            throw refused(id, "%s must be a phone number: digits, blanks and + - / . ( )".formatted(label));
        }
        if (pattern != null && !pattern.matches(text)) {
            throw refused(id, "%s must match %s".formatted(label, pattern));
        }
    }

    private static boolean isEmail(String text) {
        try {
            return !new EmailAddress(text).value().isEmpty();
        } catch (InvalidValue malformed) {
            return false;
        }
    }

    private static boolean isPhoneNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || " +-/.()".indexOf(c) >= 0)
                && text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE_NUMBER;
    }

    private static void requireFor(boolean fits, String name, @Nullable Object given, FieldType type) {
        if (given != null && !fits) {
            throw refused(
                    name, "a field of type %s has no %s".formatted(type.name().toLowerCase(Locale.ROOT), name));
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static InvalidValue refused(String field, String message) {
        return new InvalidValue(SharedError.VALIDATION_ERROR, message, Map.of("field", field));
    }
}

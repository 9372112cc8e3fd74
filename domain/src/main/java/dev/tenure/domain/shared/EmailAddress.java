package dev.tenure.domain.shared;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An e-mail address as its owner writes it, without surrounding white space. Two addresses that differ only in case are
 * the same mailbox here: {@code Ann@Example.com} and {@code ann@example.com} have one {@link #key()}.
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    // One @, no white space or control characters, a dot inside the domain; the mail server decides on deliverability.
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s@\\p{Cntrl}\"(),:;<>\\[\\]\\\\]{1,64}@[^\\s@\\p{Cntrl}.,]+(\\.[^\\s@\\p{Cntrl}.,]+)+");

    public EmailAddress {
        value = Text.required("email", value, MAX_LENGTH);
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "email must look like name@example.com", Map.of("field", "email"));
        }
    }

    /** The key to match customers: the address in lower case. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}

package dev.tenure.application.customer.in;

import dev.tenure.domain.customer.CustomerType;
import org.jspecify.annotations.Nullable;

/**
 * Filters customers: all parts must match; a part that is null matches all.
 *
 * @param email the whole address, in any case
 * @param search every word must match the name, e-mail address, company or phone number: three letters or more
 *     anywhere, shorter words at the start of a word. Case and accents make no difference
 */
public record CustomerFilter(
        @Nullable Boolean active,
        @Nullable CustomerType customerType,
        @Nullable String email,
        @Nullable String search) {

    /** Matches every customer. */
    public static final CustomerFilter NONE = new CustomerFilter(null, null, null, null);
}

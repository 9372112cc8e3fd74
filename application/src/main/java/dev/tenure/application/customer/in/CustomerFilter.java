package dev.tenure.application.customer.in;

import dev.tenure.domain.customer.CustomerType;
import org.jspecify.annotations.Nullable;

/**
 * Which customers: those that pass every part; a part that is null lets all pass.
 *
 * @param email the whole address, in any case
 * @param search whose name, e-mail address, company or phone number match each word of it: from three letters on anywhere inside,
 *     shorter words at the start of a word. Case and accents make no difference
 */
public record CustomerFilter(
        @Nullable Boolean active,
        @Nullable CustomerType customerType,
        @Nullable String email,
        @Nullable String search) {

    /** Lets every customer pass. */
    public static final CustomerFilter NONE = new CustomerFilter(null, null, null, null);
}

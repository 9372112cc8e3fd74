package dev.tenure.adapter.persistence.shared;

import org.jspecify.annotations.Nullable;

/** The values for erased personal data, where the model demands a value. */
public final class Erased {

    /** In a domain that nobody can register. */
    public static final String EMAIL = "erased@erased.invalid";

    public static final String TEXT = "erased";

    private Erased() {}

    public static String textOr(@Nullable String stored) {
        return stored == null ? TEXT : stored;
    }

    public static String emailOr(@Nullable String stored) {
        return stored == null ? EMAIL : stored;
    }
}

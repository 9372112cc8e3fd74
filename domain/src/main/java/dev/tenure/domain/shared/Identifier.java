package dev.tenure.domain.shared;

import java.util.regex.Pattern;

/** The shape that all ids share: 1 to 64 letters, digits, dots, dashes and underscores, so that an id is safe in a path, a header and a file name. */
public final class Identifier {

    public static final int MAX_LENGTH = 64;

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0," + (MAX_LENGTH - 1) + "}");

    private Identifier() {}

    /** Whether {@code value} has the shape of an id; use it to answer "not found" instead of failing on a malformed one. */
    public static boolean isWellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }

    /**
     * The value itself.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when it does not have the shape of an id
     */
    public static String checked(String name, String value) {
        if (!isWellFormed(value)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "%s must be 1 to %d letters, digits, dots, dashes or underscores and start with a letter or digit"
                            .formatted(name, MAX_LENGTH));
        }
        return value;
    }
}

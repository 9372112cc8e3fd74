package dev.tenure.domain.shared;

/**
 * The shape that all ids share: 1 to 64 letters, digits, dots, dashes and underscores, so that an id is safe in a path,
 * a header and a file name.
 */
public final class Identifier {

    public static final int MAX_LENGTH = 64;

    private Identifier() {}

    /**
     * Whether {@code value} has the shape of an id; use it to answer "not found" instead of failing on a malformed one.
     */
    public static boolean isWellFormed(String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isLetterOrDigit(value.charAt(0))) {
            return false;
        }
        for (int i = 1; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
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

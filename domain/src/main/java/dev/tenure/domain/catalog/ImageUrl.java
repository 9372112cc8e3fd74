package dev.tenure.domain.catalog;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.regex.Pattern;

/** The URL of a picture of a product: an absolute http or https address of at most {@value #MAX_LENGTH} characters. */
public record ImageUrl(String value) {

    public static final int MAX_LENGTH = 2048;

    private static final Pattern SHAPE = Pattern.compile("https?://[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");

    public ImageUrl {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "an image is an http or https address of at most %d characters".formatted(MAX_LENGTH));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

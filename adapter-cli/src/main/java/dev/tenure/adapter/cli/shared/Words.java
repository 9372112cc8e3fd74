package dev.tenure.adapter.cli.shared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The constants of the model as they are written on the wire: lower case. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Words::of).toList();
    }
}

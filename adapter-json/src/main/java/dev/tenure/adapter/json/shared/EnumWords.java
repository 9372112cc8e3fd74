package dev.tenure.adapter.json.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enum constants in the contract: {@code NET_7} is {@code net_7}. */
public final class EnumWords {

    private EnumWords() {}

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static <E extends Enum<E>> Optional<E> read(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    public static String allOf(Class<? extends Enum<?>> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants()).map(EnumWords::word).toList());
    }
}

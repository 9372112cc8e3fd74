package dev.tenure.adapter.rest.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Enums as the wire spells them: in lower case. */
final class Words {

    private Words() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> read(String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    static String allOf(Class<? extends Enum<?>> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Words::word).toList());
    }
}

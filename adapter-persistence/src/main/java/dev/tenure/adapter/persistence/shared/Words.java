package dev.tenure.adapter.persistence.shared;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enum constants in the store: {@code NET_30} is {@code net_30}. */
public final class Words {

    private Words() {}

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable String wordOrNull(@Nullable Enum<?> constant) {
        return constant == null ? null : word(constant);
    }

    public static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    public static <E extends Enum<E>> @Nullable E constantOrNull(Class<E> type, @Nullable String word) {
        return word == null ? null : constant(type, word);
    }
}

package dev.tenure.adapter.json.shared;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Enum constants in the contract: {@code NET_7} is {@code net_7}. */
public final class EnumWords {

    private EnumWords() {}

    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Every value by its word, in the order of the enum. */
    public static <E extends Enum<E>> Map<String, E> words(Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(value -> words.put(word(value), value));
        return words;
    }

    /** The value of this word; null, and its code and message noted, when it is none of the words. */
    public static <T> @Nullable T read(String word, Map<String, T> words, BiConsumer<String, String> note) {
        T value = words.get(word);
        if (value == null) {
            note.accept(
                    "invalid_enum_value",
                    "must be one of %s, not %s"
                            .formatted(String.join(", ", words.keySet()), JsonReader.shortened(word)));
        }
        return value;
    }
}

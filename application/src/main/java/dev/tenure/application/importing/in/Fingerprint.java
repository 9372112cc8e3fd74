package dev.tenure.application.importing.in;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Identifies a content: the SHA-256 of a JSON object, in hexadecimal. White space, the order of fields, fields that are
 * null and trailing zeros of numbers make no difference; everything else does. Fingerprints are stored, so the
 * algorithm never changes.
 */
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param object its values are text, numbers, booleans, null, lists and maps */
    public static String of(Map<?, ?> object) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(object);
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            begin('0', 0);
        } else if (value instanceof Map<?, ?> map) {
            TreeMap<String, Object> present = new TreeMap<>();
            map.forEach((name, held) -> {
                if (held != null) {
                    present.put(String.valueOf(name), held);
                }
            });
            begin('{', present.size());
            present.forEach((name, held) -> {
                text('k', name);
                add(held);
            });
        } else if (value instanceof List<?> list) {
            begin('[', list.size());
            list.forEach(this::add);
        } else if (value instanceof BigDecimal number) {
            // Not expanded: 1e999999999 is short, but has a gigabyte of digits.
            text('n', number.stripTrailingZeros().toString());
        } else if (value instanceof Long number) {
            text('n', BigDecimal.valueOf(number).stripTrailingZeros().toString());
        } else {
            text(value instanceof Boolean ? 'b' : 't', value.toString());
        }
    }

    private void text(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(kind, bytes.length);
        digest.update(bytes);
    }

    // Kind and length before each part, so that no two contents have the same bytes.
    private void begin(char kind, int length) {
        digest.update((byte) kind);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }
}

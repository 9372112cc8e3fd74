package dev.tenure.application.shared;

import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.shared.SharedError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Cursors for clients: opaque, and signed together with their query, so that a modified cursor or one of another query
 * is refused instead of skipping rows.
 */
public final class Cursors {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final String SEPARATOR = "\n";

    private final SecretKeySpec secret;

    /** @param secret at least 32 random bytes, the same on every node of an installation */
    public Cursors(byte[] secret) {
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The page of this slice, for its query. */
    public <T> Page<T> page(Slice<T> slice, int limit, Object query) {
        Position next = slice.next();
        return new Page<>(slice.rows(), limit, next == null ? null : encode(next, query));
    }

    /**
     * The position to continue from; null for the first page.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor was not made by this installation for this query
     */
    public @Nullable Position position(PageRequest page, Object query) {
        return page.startAfter() == null ? null : decode(page.startAfter(), query);
    }

    private String encode(Position position, Object query) {
        byte[] payload = String.join(SEPARATOR, position.values()).getBytes(StandardCharsets.UTF_8);
        byte[] signature = signature(payload, query);
        byte[] cursor = ByteBuffer.allocate(signature.length + payload.length)
                .put(signature)
                .put(payload)
                .array();
        return spelled(cursor);
    }

    private static String spelled(byte[] cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private Position decode(String cursor, Object query) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw refused();
        }
        // One form per cursor: the last character of a base64 text has unused bits.
        if (bytes.length <= SIGNATURE_BYTES || !spelled(bytes).equals(cursor)) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE_BYTES, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, SIGNATURE_BYTES), signature(payload, query))) {
            throw refused();
        }
        return new Position(List.of(new String(payload, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
    }

    private byte[] signature(byte[] payload, Object query) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(query.toString().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InvalidCommand refused() {
        return new InvalidCommand(
                SharedError.VALIDATION_ERROR,
                List.of(new FieldError(
                        "startAfter",
                        "invalid_string",
                        "must be the nextCursor of a page of this same query (filters and sorting unchanged)")));
    }
}

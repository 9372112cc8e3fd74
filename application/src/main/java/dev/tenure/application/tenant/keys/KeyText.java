package dev.tenure.application.tenant.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key as its holder has it: {@code tnr_live_<id>_<secret>}. Only the hash of the secret is stored. */
record KeyText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("tnr_live_([a-z0-9]{1,40})_([a-z0-9]{20,80})");

    static String of(String id, String secret) {
        return "tnr_live_" + id + "_" + secret;
    }

    /** The parts of what a client presents; nothing, when it has not the form of a key. */
    static Optional<KeyText> parse(String presented) {
        Matcher parts = FORM.matcher(presented);
        return parts.matches() ? Optional.of(new KeyText(parts.group(1), parts.group(2))) : Optional.empty();
    }

    // The secret is random and long, so a plain digest is enough: there is no dictionary to try.
    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether this is the secret with the hash; takes as long for one that nearly is. */
    boolean hasHash(String secretHash) {
        return MessageDigest.isEqual(bytes(secretHash), bytes(hash(secret)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

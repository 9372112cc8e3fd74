package dev.tenure.bootstrap;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tenure.application.shared.out.IdGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids from UUID version 7: time first, then random bits, in base 32 with an alphabet that sorts like the bits. So ids
 * sort by age as text, and new rows are neighbours in an index.
 */
final class TimeOrderedIds implements IdGenerator {

    /** 64 bits take 13 digits of 5. */
    private static final int LONG_LENGTH = 13;

    private static final int SECRET_LENGTH = 40;
    private static final String SECRET_ALPHABET = "0123456789abcdefghijklmnopqrstuv";

    private final SecureRandom random = new SecureRandom();

    @Override
    public String next(String prefix) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return prefix + "_" + base32(id.getMostSignificantBits()) + base32(id.getLeastSignificantBits());
    }

    private static String base32(long bits) {
        String digits = Long.toUnsignedString(bits, 32);
        return "0".repeat(LONG_LENGTH - digits.length()) + digits;
    }

    // 40 characters of 5 random bits each.
    @Override
    public String secret() {
        StringBuilder secret = new StringBuilder(SECRET_LENGTH);
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(SECRET_ALPHABET.charAt(random.nextInt(SECRET_ALPHABET.length())));
        }
        return secret.toString();
    }
}

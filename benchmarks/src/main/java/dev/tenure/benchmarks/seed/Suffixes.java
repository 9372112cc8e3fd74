package dev.tenure.benchmarks.seed;

import dev.tenure.application.shared.Folding;
import dev.tenure.application.shared.SearchText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The suffixes that find a customer. The product's own code is not accessible; the seeder compares the results. */
final class Suffixes {

    private static final int LONGEST = 40;
    private static final int SHORTEST = 3;

    private Suffixes() {}

    /** For names in ASCII. */
    static Set<String> of(List<String> names) {
        Set<String> suffixes = new TreeSet<>();
        suffixes.add(allThere(names));
        for (String name : names) {
            for (String token : Folding.tokens(name)) {
                for (int i = 0; i < token.length(); i++) {
                    String tail = token.substring(i);
                    if (tail.length() >= SHORTEST) {
                        suffixes.add(tail.substring(0, Math.min(tail.length(), LONGEST)));
                    }
                    if (Folding.startsWord(token, i)) {
                        suffixes.add(SearchText.startOfWord(tail.substring(0, Math.min(tail.length(), SHORTEST - 1))));
                    }
                }
            }
        }
        return suffixes;
    }

    private static String allThere(List<String> names) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String name : names) {
                digest.update(Folding.fold(name).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return "\u0001"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(digest.digest())
                            .substring(0, 22);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

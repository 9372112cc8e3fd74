package dev.tenure.application.shared.out;

/** Makes ids and secrets that are unique and can't be guessed. */
public interface IdGenerator {

    /**
     * A new id: the prefix, an underscore, and a value that is unique, random and grows with time when compared as
     * text, for example {@code ord_06a0q2k8v3…}. At most 64 characters, lower-case letters and digits after the prefix.
     */
    String next(String prefix);

    /** A new secret of at least 160 random bits, in lower-case letters and digits. */
    String secret();
}

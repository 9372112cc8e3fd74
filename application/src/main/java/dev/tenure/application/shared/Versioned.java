package dev.tenure.application.shared;

/** A value read from the store, with the version it had there; an update must still find that version. */
public record Versioned<T>(T value, long version) {

    /** The changed value on the version that was read. */
    public Versioned<T> with(T changed) {
        return new Versioned<>(changed, version);
    }
}

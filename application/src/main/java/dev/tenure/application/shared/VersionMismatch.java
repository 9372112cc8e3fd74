package dev.tenure.application.shared;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the caller wants to change has another version by now; the error has that version and the changes. */
public final class VersionMismatch extends ApplicationException {

    private final @Nullable Long currentVersion;
    private final transient List<Change> since;

    private VersionMismatch(String message, @Nullable Long currentVersion, List<Change> since) {
        super(ApplicationError.VERSION_MISMATCH, message);
        this.currentVersion = currentVersion;
        this.since = List.copyOf(since);
    }

    /** {@code what} has {@code currentVersion} by now. */
    public static VersionMismatch at(String what, long currentVersion, List<Change> since) {
        return new VersionMismatch(
                "%s is at version %d by now; read it again".formatted(what, currentVersion), currentVersion, since);
    }

    /** There is no version yet. */
    public static VersionMismatch ofNothing() {
        return new VersionMismatch(
                "this operation changes nothing that has a version yet; leave If-Match out", null, List.of());
    }

    /** The current version; null if there is none. */
    public @Nullable Long currentVersion() {
        return currentVersion;
    }

    /** What happened since the version that the caller knows, oldest first, if that is stored. */
    public List<Change> since() {
        return since;
    }

    /** One thing that happened. */
    public record Change(
            long sequence,
            String type,
            Instant at,
            String actor,
            @Nullable String reason) {}
}

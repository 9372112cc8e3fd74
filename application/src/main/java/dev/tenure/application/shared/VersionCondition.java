package dev.tenure.application.shared;

import java.util.Set;

/**
 * The versions on which a change may build.
 *
 * <p>Example: {@code VersionCondition.oneOf(Set.of(7L))} allows a change that builds on version 7, and no other.
 */
public record VersionCondition(Set<Long> versions, boolean any) {

    /** It exists, at any version. */
    public static final VersionCondition EXISTS = new VersionCondition(Set.of(), true);

    public VersionCondition {
        versions = Set.copyOf(versions);
    }

    public static VersionCondition oneOf(Set<Long> versions) {
        return new VersionCondition(versions, false);
    }

    public boolean allows(long version) {
        return any || versions.contains(version);
    }

    /** The newest version that the caller knows; 0 if it knows none. */
    public long newest() {
        return versions.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}

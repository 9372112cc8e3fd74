package dev.tenure.application.shared;

import java.util.Set;

/**
 * What a caller believes of the version of what it is about to change: that it is one of these.
 *
 * <p>Example: {@code VersionCondition.oneOf(Set.of(7L))} lets a change through that builds on version 7 and on no other.
 */
public record VersionCondition(Set<Long> versions, boolean any) {

    /** It exists, at whatever version. */
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

    /** The newest version that the caller knows of; 0 where it knows of none. */
    public long newest() {
        return versions.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}

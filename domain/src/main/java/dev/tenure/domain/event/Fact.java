package dev.tenure.domain.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to an aggregate. A fact has what it changed, so that a timeline needs no replay.
 *
 * <p>Worked example: the fact {@code Cancelled(PENDING, "withdrawn")} has the name {@code cancelled}, the reason
 * {@code withdrawn} and one change, {@code status: PENDING to CANCELLED}.
 */
public interface Fact {

    /** The name of this kind of fact outside: {@code unit_fulfilled} for a class {@code UnitFulfilled}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The reason that was given, if this fact has one. */
    default Optional<String> reason() {
        return Optional.empty();
    }

    /** What this fact changed; empty for the first fact of a history. Derived values, such as totals, are left out. */
    List<FieldChange> changes();
}

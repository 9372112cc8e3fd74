package dev.tenure.domain.event;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to an aggregate. A fact says what it changed, so that a timeline needs no replay.
 *
 * <p>Worked example: the fact {@code Cancelled(PENDING, "withdrawn")} has the name {@code cancelled}, the reason {@code withdrawn} and
 * one change, {@code status: PENDING to CANCELLED}.
 */
public interface Fact {

    /** What this kind of fact is called outside: {@code unit_fulfilled} for a class {@code UnitFulfilled}. */
    default String name() {
        return getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The reason somebody gave, where this fact has one. */
    default Optional<String> reason() {
        return Optional.empty();
    }

    /** What this fact changed; nothing for the first fact, with which all began. What follows from the rest, such as totals, is left out. */
    List<FieldChange> changes();
}

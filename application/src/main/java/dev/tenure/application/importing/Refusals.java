package dev.tenure.application.importing;

import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the refusals of several parts of a line, so that the caller gets all errors at once. */
final class Refusals {

    private final List<InvalidCommand> refusals = new ArrayList<>();

    /** The result of {@code part}; null, and its refusal added, if it is refused. */
    <T> Optional<T> collect(Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidCommand refused) {
            refusals.add(refused);
            return Optional.empty();
        }
    }

    /** @throws InvalidCommand with every field; a malformed one determines the code */
    void throwIfAny() {
        if (refusals.isEmpty()) {
            return;
        }
        InvalidCommand first = refusals.stream()
                .filter(refusal -> refusal.code() == SharedError.VALIDATION_ERROR)
                .findFirst()
                .orElse(refusals.get(0));
        throw new InvalidCommand(
                first.code(),
                refusals.stream().flatMap(refusal -> refusal.fields().stream()).toList());
    }
}

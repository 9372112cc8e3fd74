package dev.tenure.adapter.json.shared;

import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes commands from JSON objects. A use case checks its command itself. Only when a field could not be read, the rest
 * of the command is checked here, so that the client gets both kinds of errors at once.
 */
public final class CommandReader {

    private final CommandChecks checks;

    public CommandReader(CommandChecks checks) {
        this.checks = checks;
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when a field is of the wrong type, naming every broken field */
    public <C> C command(JsonFields fields, Function<JsonFields, C> mapping) {
        C command = mapping.apply(fields);
        if (!fields.errors().isEmpty()) {
            throw new InvalidCommand(SharedError.VALIDATION_ERROR, merged(fields.errors(), violations(command)));
        }
        return command;
    }

    /** The value, even if it is missing: the check of the command refuses missing values. */
    @SuppressWarnings("NullAway") // See above.
    public static <T> T checkedLater(@Nullable T value) {
        return value;
    }

    private List<FieldError> violations(Object command) {
        try {
            checks.check(command);
            return List.of();
        } catch (InvalidCommand violated) {
            return violated.fields();
        }
    }

    // A field that could not be read is null in the command, so "required" would be a second error for it.
    private static List<FieldError> merged(List<FieldError> unreadable, List<FieldError> violations) {
        Set<String> reported = new HashSet<>();
        unreadable.forEach(error -> reported.add(error.path()));
        List<FieldError> all = new ArrayList<>(unreadable);
        for (FieldError violation : violations) {
            if (reported.add(violation.path())) {
                all.add(violation);
            }
        }
        all.sort(Comparator.comparing(FieldError::path));
        return all;
    }
}

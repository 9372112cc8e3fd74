package dev.tenure.adapter.cli.shared;

import dev.tenure.adapter.cli.InstallationProblem;
import dev.tenure.application.shared.ApplicationException;
import dev.tenure.application.shared.BatchRefused;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.InvalidValue;
import java.util.List;

/** A failure as it is reported: its exit code, its stable code, a message and the fields. */
public record Problem(ExitCode exitCode, String code, String message, List<FieldError> fields) {

    /** The one table from kinds of failure to exit codes. */
    public static Problem of(Throwable failure) {
        if (failure instanceof InvalidCommand invalid) {
            return new Problem(ExitCode.INVALID, invalid.code().name(), message(invalid), invalid.fields());
        }
        if (failure instanceof BatchRefused batch) {
            Problem first = of(batch.first());
            return new Problem(first.exitCode(), first.code(), message(batch), batch.fields());
        }
        if (failure instanceof NotFound notFound) {
            return simple(ExitCode.NOT_FOUND, notFound.code().name(), notFound);
        }
        if (failure instanceof ApplicationException conflict) {
            return simple(ExitCode.REFUSED, conflict.code().name(), conflict);
        }
        if (failure instanceof InvalidValue invalid) {
            return simple(ExitCode.INVALID, invalid.code().name(), invalid);
        }
        if (failure instanceof DomainException refused) {
            return simple(ExitCode.REFUSED, refused.code().name(), refused);
        }
        if (failure instanceof UsageProblem) {
            return simple(ExitCode.USAGE, "USAGE", failure);
        }
        if (failure instanceof InstallationProblem) {
            return simple(ExitCode.ENVIRONMENT, "INSTALLATION", failure);
        }
        if (failure instanceof Unavailable) {
            return simple(ExitCode.ENVIRONMENT, "UNAVAILABLE", failure);
        }
        if (failure instanceof OutcomeUnknown) {
            return new Problem(
                    ExitCode.ENVIRONMENT,
                    "OUTCOME_UNKNOWN",
                    "the connection broke during the commit: the change was kept whole or not at all; look before you retry",
                    List.of());
        }
        if (failure instanceof CommandFailed) {
            return simple(ExitCode.UNEXPECTED, "STEP_FAILED", failure);
        }
        if (failure instanceof OutputFailed) {
            return simple(ExitCode.ENVIRONMENT, "OUTPUT", failure);
        }
        return new Problem(
                ExitCode.UNEXPECTED,
                "INTERNAL_ERROR",
                "%s: %s (TENURE_DEBUG=1 shows where)"
                        .formatted(failure.getClass().getSimpleName(), message(failure)),
                List.of());
    }

    private static Problem simple(ExitCode exitCode, String code, Throwable failure) {
        return new Problem(exitCode, code, message(failure), List.of());
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? "no further message" : message;
    }
}

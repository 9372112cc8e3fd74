package dev.tenure.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a use case answers when it refuses, in a form that tests can read. */
public final class Refusals {

    private Refusals() {}

    /** The refusal of the call, which must be an invalid command. */
    public static InvalidCommand invalid(ThrowingCallable call) {
        Throwable refusal = catchThrowable(call);
        assertThat(refusal).isInstanceOf(InvalidCommand.class);
        return (InvalidCommand) refusal;
    }

    /** The broken fields of the call, each as {@code path code}. */
    public static List<String> brokenFields(ThrowingCallable call) {
        return invalid(call).fields().stream()
                .map(field -> field.path() + " " + field.code())
                .toList();
    }

    /** The code with which the call is refused, by the model or a use case. */
    public static ErrorCode code(ThrowingCallable call) {
        Throwable refusal = catchThrowable(call);
        if (refusal instanceof DomainException byModel) {
            return byModel.code();
        }
        assertThat(refusal).isInstanceOf(ApplicationException.class);
        return ((ApplicationException) refusal).code();
    }
}

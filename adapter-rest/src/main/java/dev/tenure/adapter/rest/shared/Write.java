package dev.tenure.adapter.rest.shared;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.shared.batch.in.ResponseFormat;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions;
import dev.tenure.application.shared.batch.in.WriteResult;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A write under the preconditions of its request. */
public final class Write {

    private final PerformWrite writes;
    private final Caller caller;
    private final WritePreconditions preconditions;

    Write(PerformWrite writes, Caller caller, WritePreconditions preconditions) {
        this.writes = writes;
        this.caller = caller;
        this.preconditions = preconditions;
    }

    /** The response to the command, or the stored response if it was executed before. */
    public <C, R> Answer perform(C command, BiFunction<Caller, C, R> verb, Function<R, Answer> answer) {
        WriteResult<Answer> result = writes.run(caller, preconditions, command, verb, new Format<>(answer));
        if (result.replayed()) {
            return result.response().with("Idempotency-Replayed", "true");
        }
        return preconditions.dryRun() ? result.response().with("Dry-Run", "true") : result.response();
    }

    private record Format<R>(Function<R, Answer> answer) implements ResponseFormat<R, Answer> {

        @Override
        public Answer respond(R result) {
            return answer.apply(result);
        }

        @Override
        public StoredResponse serialize(Answer response) {
            return StoredAnswers.serialize(response);
        }

        @Override
        public Answer deserialize(StoredResponse stored) {
            return StoredAnswers.deserialize(stored);
        }
    }
}

package dev.tenure.application.shared.guard;

import dev.tenure.application.shared.Issued;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards;
import dev.tenure.application.shared.guard.in.WriteGuards.KeyedRequest;
import java.util.Optional;
import java.util.function.Function;

/** One of several writes that may be done together. */
record Write<C, R>(Issued<C> issued, WriteGuards guards, Function<R, KeptAnswer> answer) {

    Optional<KeyedRequest> keyed() {
        return Optional.ofNullable(guards.keyed());
    }
}

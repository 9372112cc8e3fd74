package dev.tenure.application.shared.guard;

import dev.tenure.application.shared.Issued;
import dev.tenure.application.shared.Tried;
import java.util.List;

/** A use case for several commands of one tenant at once. */
@FunctionalInterface
public interface Together<C, R> {

    /**
     * Carries out the commands, as if one after the other, within the transaction there is; gives what came of each, in their order. One
     * that is refused leaves no trace. What comes out here is a failure of all of them: nothing of them must be kept.
     */
    List<Tried<R>> all(List<Issued<C>> commands);

    /** As {@link #all} for one: its result, or what it is refused with. */
    default R one(Issued<C> command) {
        return all(List.of(command)).get(0).get();
    }
}

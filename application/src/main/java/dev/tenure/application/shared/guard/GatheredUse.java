package dev.tenure.application.shared.guard;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Gathering;
import dev.tenure.application.shared.Issued;
import dev.tenure.application.shared.Tried;
import dev.tenure.application.shared.guard.in.GuardWrites.Outcome;
import dev.tenure.application.shared.guard.in.GuardedUse;
import dev.tenure.application.shared.guard.in.KeptAnswer;
import dev.tenure.application.shared.guard.in.WriteGuards;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.shared.TenantId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Carries out together what comes at the same time; and each alone, when together it did not go well. */
public final class GatheredUse<C, R> implements GuardedUse<C, R> {

    private final GuardService guard;
    private final Together<C, R> use;
    private final Gathering<TenantId, Write<C, R>, Outcome> gathering;

    public GatheredUse(GuardService guard, Together<C, R> use) {
        this.guard = guard;
        this.use = use;
        this.gathering = new Gathering<>(this::together);
    }

    @Override
    public Outcome run(Caller caller, WriteGuards guards, C command, Function<R, KeptAnswer> answer) {
        Write<C, R> write = new Write<>(new Issued<>(caller, command), guards, answer);
        return guards.dryRun() ? alone(write) : gathering.run(caller.tenant(), write);
    }

    private Outcome alone(Write<C, R> write) {
        Supplier<KeptAnswer> answer = () ->
                write.answer().apply(use.all(List.of(write.issued())).get(0).get());
        return guard.run(write.issued().caller(), write.guards(), answer);
    }

    private List<? extends Supplier<Outcome>> together(TenantId tenant, List<Write<C, R>> writes) {
        if (writes.size() == 1) {
            return List.of(Tried.of(() -> alone(writes.get(0))));
        }
        try {
            return guard.runAll(tenant, writes, use);
        } catch (Unavailable notNow) {
            throw notNow;
        } catch (RuntimeException failed) {
            return writes.stream()
                    .map(write -> (Supplier<Outcome>) () -> again(write, failed))
                    .toList();
        }
    }

    // Who has no key can't know whether it was done already.
    private Outcome again(Write<C, R> write, RuntimeException failed) {
        if (failed instanceof OutcomeUnknown unknown && write.keyed().isEmpty()) {
            throw unknown;
        }
        return alone(write);
    }
}

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
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
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
        return guard.run(
                write.issued().caller(), write.guards(), () -> write.answer().apply(use.one(write.issued())));
    }

    private List<? extends Supplier<Outcome>> together(TenantId tenant, List<Write<C, R>> writes) {
        if (writes.size() == 1) {
            return List.of(Tried.of(() -> alone(writes.get(0))));
        }
        Set<Write<C, R>> repeated = repeated(writes);
        try {
            Iterator<Supplier<Outcome>> done = guard.runAll(
                            tenant,
                            writes.stream()
                                    .filter(write -> !repeated.contains(write))
                                    .toList(),
                            use)
                    .iterator();
            return writes.stream()
                    .<Supplier<Outcome>>map(write -> repeated.contains(write) ? () -> alone(write) : done.next())
                    .toList();
        } catch (Unavailable notNow) {
            throw notNow;
        } catch (RuntimeException failed) {
            return writes.stream()
                    .map(write -> (Supplier<Outcome>) () -> again(write, failed))
                    .toList();
        }
    }

    /** Those whose key an earlier one brings: they are to meet what came of that. */
    private static <C, R> Set<Write<C, R>> repeated(List<Write<C, R>> writes) {
        Set<String> keys = new HashSet<>();
        Set<Write<C, R>> repeated = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Write<C, R> write : writes) {
            write.keyed().filter(keyed -> !keys.add(keyed.key())).ifPresent(known -> repeated.add(write));
        }
        return repeated;
    }

    // Who has no key can't know whether it was done already.
    private Outcome again(Write<C, R> write, RuntimeException failed) {
        if (failed instanceof OutcomeUnknown unknown && write.keyed().isEmpty()) {
            throw unknown;
        }
        return alone(write);
    }
}

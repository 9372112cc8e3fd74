package dev.tenure.application.eventlog;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.Fact;
import dev.tenure.domain.shared.Permission;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The events of the aggregates of one type.
 *
 * @param type what the aggregates are called in the log
 * @param permission what a caller who reads them must be allowed
 * @param events all events of the aggregate with this id, each with all that it changed; throws {@link NotFound} when
 *     the caller's tenant has no such aggregate
 */
public record AggregateHistory(
        String type, Permission permission, BiFunction<Caller, String, List<? extends Event<? extends Fact>>> events) {}

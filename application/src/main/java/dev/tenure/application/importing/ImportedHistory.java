package dev.tenure.application.importing;

import static java.util.stream.Collectors.toSet;

import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.importing.in.ImportedOrder.History;
import dev.tenure.application.importing.in.ImportedOrder.UnitHistory;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Validated;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.subscription.ContractPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The history of an imported order, step by step: what the line says, with defaults for missing instants.
 *
 * @param confirmed when; null if it never was
 * @param units those in use, in the order in which they were handed over
 */
record ImportedHistory(
        Instant created,
        @Nullable Instant confirmed,
        List<Unit> units,
        @Nullable Ending cancelled,
        @Nullable Ending closed,
        @Nullable Shipping shipping) {

    private static final Instant EARLIEST =
            ContractPeriod.EARLIEST_START.atStartOfDay(ZoneOffset.UTC).toInstant();

    /** A unit of the item with this number, handed over at this instant. */
    record Unit(int itemNumber, SerialNumber serialNumber, LocalDate startDate, Instant at, String path) {}

    /** The order was cancelled or closed. */
    record Ending(Instant at, @Nullable String reason) {}

    /** The parcel was shipped. */
    record Shipping(String trackingNumber, Instant at) {}

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every field that does not agree with the others */
    static ImportedHistory of(ImportedOrder line, ZoneId zone, Instant now) {
        return new Reading(line, zone, now.truncatedTo(ChronoUnit.MILLIS)).history();
    }

    /** The stamp of an event at this instant, by the importing actor. */
    static Stamp stamp(Instant at, Caller caller) {
        return new Stamp(at, caller.actor(), caller.requestId());
    }

    /** The valid serial numbers in a line. */
    static Set<SerialNumber> serialNumbers(ImportedOrder line) {
        FieldErrors reportedLater = new FieldErrors();
        return line.history().items().stream()
                .flatMap(item -> item.units().stream())
                .flatMap(unit ->
                        reportedLater.at("", () -> new SerialNumber(unit.assetSerialNumber())).optional().stream())
                .collect(toSet());
    }

    private static final class Reading {

        private final History history;
        private final ImportedOrder line;
        private final ZoneId zone;
        private final Instant now;
        private final FieldErrors errors = new FieldErrors();
        private final Instant created;
        private final int ordered;
        private final int inUse;

        Reading(ImportedOrder line, ZoneId zone, Instant now) {
            this.line = line;
            this.history = line.history();
            this.zone = zone;
            this.now = now;
            this.created = history.createdAt() == null ? now : history.createdAt();
            this.ordered = line.order().items().stream()
                    .mapToInt(item -> item.quantity())
                    .sum();
            this.inUse = history.items().stream()
                    .mapToInt(item -> item.units().size())
                    .sum();
        }

        ImportedHistory history() {
            OrderStatus status = status();
            checkTimes();
            Instant confirmed = confirmed(status);
            Instant settled = confirmed == null ? created : confirmed;
            List<Unit> units = units(settled);
            Ending cancelled = status == OrderStatus.CANCELLED
                    ? new Ending(
                            history.cancelledAt() == null ? settled : history.cancelledAt(), history.cancelReason())
                    : null;
            Ending closed = history.closedAt() == null ? null : new Ending(history.closedAt(), history.closeReason());
            checkReasons(status);
            String trackingNumber = history.trackingNumber();
            Shipping shipping = trackingNumber == null || trackingNumber.isBlank()
                    ? null
                    : new Shipping(trackingNumber, history.shippedAt() == null ? settled : history.shippedAt());
            errors.throwIfAny();
            return new ImportedHistory(created, confirmed, units, cancelled, closed, shipping);
        }

        private OrderStatus status() {
            OrderStatus derived = derivedStatus();
            OrderStatus given = history.status();
            if (given == null || given == derived) {
                return derived;
            }
            // Confirmed and cancelled need no date.
            boolean atOnce = derived == OrderStatus.PENDING
                    && (given == OrderStatus.CONFIRMED || given == OrderStatus.CANCELLED);
            if (atOnce || (derived == OrderStatus.CONFIRMED && given == OrderStatus.CANCELLED)) {
                return given;
            }
            refuse(
                    "status",
                    "is %s, but all else says %s: %d of %d units have an asset, cancelledAt %s, closedAt %s, confirmedAt %s"
                            .formatted(
                                    word(given),
                                    word(derived),
                                    inUse,
                                    ordered,
                                    said(history.cancelledAt()),
                                    said(history.closedAt()),
                                    said(history.confirmedAt())));
            return derived;
        }

        private OrderStatus derivedStatus() {
            if (history.cancelledAt() != null) {
                if (inUse > 0 || history.closedAt() != null) {
                    refuse("cancelledAt", "an order with a unit in use, or one that was closed, can't be cancelled");
                }
                return OrderStatus.CANCELLED;
            }
            if (history.closedAt() != null) {
                if (inUse == 0 || inUse >= ordered) {
                    refuse(
                            "closedAt",
                            "closing gives up the open units of an order that is partly in use; %d of %d are"
                                    .formatted(inUse, ordered));
                }
                return OrderStatus.FULFILLED;
            }
            if (inUse > 0) {
                return inUse < ordered ? OrderStatus.PARTIAL : OrderStatus.FULFILLED;
            }
            return history.confirmedAt() != null || line.order().confirm()
                    ? OrderStatus.CONFIRMED
                    : OrderStatus.PENDING;
        }

        private @Nullable Instant confirmed(OrderStatus status) {
            if (history.confirmedAt() != null) {
                return history.confirmedAt();
            }
            return status == OrderStatus.CONFIRMED || line.order().confirm() ? created : null;
        }

        private void checkTimes() {
            if (created.isBefore(EARLIEST)) {
                refuse("createdAt", "must not be before " + ContractPeriod.EARLIEST_START);
            }
            Instant confirmed = history.confirmedAt();
            String after = confirmed == null ? "createdAt" : "confirmedAt";
            Instant settled = confirmed == null ? created : confirmed;
            checkTime("createdAt", history.createdAt(), "createdAt", created);
            checkTime("confirmedAt", confirmed, "createdAt", created);
            checkTime("cancelledAt", history.cancelledAt(), after, settled);
            checkTime("closedAt", history.closedAt(), after, settled);
            checkTime("shippedAt", history.shippedAt(), "createdAt", created);
        }

        private void checkTime(String field, @Nullable Instant at, String after, Instant earliest) {
            if (at != null && at.truncatedTo(ChronoUnit.MILLIS).isAfter(now)) {
                refuse(field, "must not be in the future, as %s is".formatted(at));
            } else if (at != null && at.isBefore(earliest)) {
                refuse(field, "must not be before %s, %s, but is %s".formatted(after, earliest, at));
            }
        }

        private void checkReasons(OrderStatus status) {
            if (!blank(history.cancelReason()) && status != OrderStatus.CANCELLED) {
                refuse("cancelReason", "is for an order that was cancelled");
            }
            if (blank(history.closeReason()) == (history.closedAt() != null)) {
                refuse("closeReason", "must be given with closedAt, and only with it");
            }
            if (history.shippedAt() != null && blank(history.trackingNumber())) {
                refuse("trackingNumber", "must be given with shippedAt");
            }
        }

        private List<Unit> units(Instant settled) {
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < history.items().size(); i++) {
                List<UnitHistory> given = history.items().get(i).units();
                int quantity = line.order().items().get(i).quantity();
                if (given.size() > quantity) {
                    refuse(
                            "items[" + i + "].units",
                            "must be at most %d, the quantity of the item, not %d".formatted(quantity, given.size()));
                }
                for (int j = 0; j < given.size(); j++) {
                    unit(i + 1, given.get(j), settled, "items[%d].units[%d]".formatted(i, j))
                            .ifPresent(units::add);
                }
            }
            units.sort((one, other) -> one.at().compareTo(other.at()));
            return units;
        }

        private Optional<Unit> unit(int itemNumber, UnitHistory unit, Instant settled, String path) {
            LocalDate start = unit.startDate() == null ? LocalDate.ofInstant(settled, zone) : unit.startDate();
            Validated<SerialNumber> serialNumber =
                    errors.at(path + ".assetSerialNumber", () -> new SerialNumber(unit.assetSerialNumber()));
            Validated<ContractPeriod> period = errors.at(path + ".startDate", () -> new ContractPeriod(start, 1));
            return errors.at(
                            path,
                            () -> new Unit(
                                    itemNumber,
                                    serialNumber.get(),
                                    period.get().start(),
                                    handedOver(start, settled),
                                    path))
                    .optional();
        }

        // A contract usually begins on the day of the hand-over, but never before the order was placed, and never after
        // it ended.
        private Instant handedOver(LocalDate start, Instant settled) {
            Instant latest = history.closedAt() == null ? now : history.closedAt();
            Instant begun = start.atStartOfDay(zone).toInstant();
            return Stream.of(begun, settled)
                    .max(Instant::compareTo)
                    .filter(at -> at.isBefore(latest))
                    .orElse(latest.isBefore(settled) ? settled : latest);
        }

        private void refuse(String field, String message) {
            errors.add(field, SharedError.VALIDATION_ERROR, message);
        }

        private static boolean blank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static String said(@Nullable Instant instant) {
            return instant == null ? "absent" : instant.toString();
        }

        private static String word(OrderStatus status) {
            return status.name().toLowerCase(Locale.ROOT);
        }
    }
}

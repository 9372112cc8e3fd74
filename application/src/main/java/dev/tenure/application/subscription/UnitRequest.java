package dev.tenure.application.subscription;

import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.ContractPeriod;
import java.util.Optional;

/** A unit that somebody wants handed over, with all that can be known of it before the order is looked at. */
record UnitRequest(CreateSubscriptionCommand command, SerialNumber serialNumber, Optional<Sku> sku) {

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every field that is unusable whatever the order */
    static UnitRequest of(CreateSubscriptionCommand command) {
        FieldErrors errors = new FieldErrors();
        Optional<SerialNumber> serialNumber =
                errors.at("assetSerialNumber", () -> new SerialNumber(command.assetSerialNumber()));
        Optional<Sku> sku = Optional.ofNullable(command.sku()).flatMap(given -> errors.at("sku", () -> new Sku(given)));
        Optional.ofNullable(command.startDate())
                .ifPresent(start -> errors.at("startDate", () -> new ContractPeriod(start, 1)));
        errors.throwIfAny();
        return new UnitRequest(command, serialNumber.orElseThrow(), sku);
    }

    /** The asset that a command names, where it is one that can be read. */
    static Optional<SerialNumber> serialNumber(CreateSubscriptionCommand command) {
        return new FieldErrors().at("", () -> new SerialNumber(command.assetSerialNumber()));
    }
}

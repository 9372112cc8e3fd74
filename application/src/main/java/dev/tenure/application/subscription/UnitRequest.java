package dev.tenure.application.subscription;

import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.ContractPeriod;
import dev.tenure.domain.subscription.FulfilmentTarget;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request to hand over a unit, with everything that can be checked without the order. */
record UnitRequest(CreateSubscriptionCommand command, SerialNumber serialNumber, FulfilmentTarget target) {

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every field that is invalid for any order */
    static UnitRequest of(CreateSubscriptionCommand command) {
        FieldErrors errors = new FieldErrors();
        Validated<SerialNumber> serialNumber =
                errors.at("assetSerialNumber", () -> new SerialNumber(command.assetSerialNumber()));
        Validated<@Nullable Sku> sku = errors.at("sku", () -> command.sku() == null ? null : new Sku(command.sku()));
        errors.at("startDate", () -> usable(command.startDate()));
        return errors.result(() ->
                new UnitRequest(command, serialNumber.get(), new FulfilmentTarget(command.itemIndex(), sku.get())));
    }

    /** The asset in a command, if its serial number is valid. */
    static Optional<SerialNumber> serialNumber(CreateSubscriptionCommand command) {
        return new FieldErrors()
                .at("", () -> new SerialNumber(command.assetSerialNumber()))
                .optional();
    }

    private static @Nullable ContractPeriod usable(@Nullable LocalDate start) {
        return start == null ? null : new ContractPeriod(start, 1);
    }
}

package dev.tenure.application.tenant;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import java.util.Currency;

/** Reads the fields that a new tenant and a changed one have. */
public final class TenantFields {

    private TenantFields() {}

    /** @throws InvalidValue {@code VALIDATION_ERROR} when it is blank or too long */
    public static String name(String given) {
        return Text.required("name", given, Text.LINE);
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when it is no ISO 4217 code */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "must be an ISO 4217 code such as EUR, USD or JPY, not " + code);
        }
    }
}

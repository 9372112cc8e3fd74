package dev.tenure.domain.shared;

/**
 * The serial number of one physical asset, unique per tenant: any text of 1 to 255 characters, compared exactly as
 * written.
 */
public record SerialNumber(String value) {

    public SerialNumber {
        value = Text.required("serial number", value, Text.LINE);
    }

    @Override
    public String toString() {
        return value;
    }
}

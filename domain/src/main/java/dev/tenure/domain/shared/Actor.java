package dev.tenure.domain.shared;

/** Who made a change: {@code apikey:<key id>}, {@code cli:<user>} or another {@code <kind>:<name>}. */
public record Actor(String value) {

    public Actor {
        value = Text.required("actor", value, Text.LINE);
    }

    public static Actor apiKey(String keyId) {
        return new Actor("apikey:" + keyId);
    }

    @Override
    public String toString() {
        return value;
    }
}

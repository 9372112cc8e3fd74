package dev.tenure.application.shared;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;

/** Gives the validator the value inside a {@link Change}, if it changes. Validators find this class as a service. */
public final class ChangeValueExtractor implements ValueExtractor<Change<@ExtractedValue ?>> {

    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        if (change.happens()) {
            receive(receiver, change.value());
        }
    }

    // No node of its own in the path: to a client a changed field is the field. The API takes null for both; it is not
    // annotated.
    @SuppressWarnings("NullAway")
    private static void receive(ValueReceiver receiver, @Nullable Object value) {
        receiver.value(null, value);
    }
}

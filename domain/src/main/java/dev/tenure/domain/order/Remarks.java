package dev.tenure.domain.order;

import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The notes, custom fields and parcel of an order; they can be changed in every status. */
public record Remarks(
        @Nullable String notes,
        @Nullable CustomFields customFields,
        @Nullable Shipment shipment) {

    public static final Remarks NONE = new Remarks(null, null, null);

    public Remarks {
        notes = Text.optional("notes", notes, Text.NOTES);
    }

    /** The parcel, and when its tracking number was set. */
    public record Shipment(String trackingNumber, Instant shippedAt) {

        public Shipment {
            trackingNumber = Text.required("trackingNumber", trackingNumber, Text.LINE);
        }
    }
}

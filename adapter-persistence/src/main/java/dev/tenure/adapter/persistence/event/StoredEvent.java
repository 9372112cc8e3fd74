package dev.tenure.adapter.persistence.event;

import dev.tenure.domain.shared.Stamp;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row.
 *
 * @param sequence the version of the aggregate after it
 * @param type the name of its kind of fact
 * @param fact the content of the fact, in two parts
 */
public record StoredEvent(String aggregateId, long sequence, String type, Stamp stamp, StoredFact fact) {

    /**
     * The content of a fact.
     *
     * @param payload has no personal data
     * @param personal the personal data, which the payload leaves out; null if there is none or it was erased
     */
    public record StoredFact(JSONB payload, @Nullable JSONB personal) {}
}

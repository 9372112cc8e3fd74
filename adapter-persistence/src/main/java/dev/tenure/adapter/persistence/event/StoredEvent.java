package dev.tenure.adapter.persistence.event;

import dev.tenure.domain.shared.Stamp;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row.
 *
 * @param sequence the version of the aggregate after it
 * @param type what its kind of fact is called
 * @param fact what the fact says, in two parts
 */
public record StoredEvent(String aggregateId, long sequence, String type, Stamp stamp, StoredFact fact) {

    /**
     * What a fact says.
     *
     * @param payload holds nothing of a person
     * @param personal what the payload leaves out because it is of a person; null where there is nothing or it was erased
     */
    public record StoredFact(JSONB payload, @Nullable JSONB personal) {}
}

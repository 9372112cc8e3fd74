package dev.tenure.adapter.persistence.transaction;

import dev.tenure.application.shared.out.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries a transaction that lost a conflict. */
final class Retries {

    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private static final int MOST_SERIALIZATION_FAILURES = 3;
    private static final int MOST_UNIQUE_CONFLICTS = 100;

    private final Instruments instruments;

    Retries(Instruments instruments) {
        this.instruments = instruments;
    }

    /** One attempt. */
    interface Attempt<T> {

        T run() throws SerializationFailure;
    }

    /** @throws Unavailable when it loses too often */
    <T> T run(Attempt<T> attempt) {
        int failures = 0;
        int conflicts = 0;
        while (true) {
            try {
                return attempt.run();
            } catch (SerializationFailure failure) {
                instruments.lost();
                if (failures++ == MOST_SERIALIZATION_FAILURES) {
                    throw givenUp(failure.exception());
                }
                LOG.debug("A transaction lost to another, and is run again", failure.exception());
            } catch (UniqueConflict conflict) {
                instruments.lost();
                // The other transaction has ended, so each retry conflicts with one row fewer.
                if (conflicts++ == MOST_UNIQUE_CONFLICTS) {
                    throw givenUp(conflict);
                }
                LOG.debug("A transaction met a row that another inserted, and is run again", conflict);
            }
        }
    }

    private static Unavailable givenUp(Throwable cause) {
        return new Unavailable("other transactions kept getting in the way", cause);
    }
}

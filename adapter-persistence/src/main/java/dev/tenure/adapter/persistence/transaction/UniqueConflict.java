package dev.tenure.adapter.persistence.transaction;

/** Another transaction inserted a row with the unique key that this one was about to insert; a retry finds that row. */
final class UniqueConflict extends RuntimeException {

    UniqueConflict(Throwable cause) {
        super(cause);
    }
}

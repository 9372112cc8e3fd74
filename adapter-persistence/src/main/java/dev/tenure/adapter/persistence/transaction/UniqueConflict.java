package dev.tenure.adapter.persistence.transaction;

/** Another transaction inserted a row with the unique key that this one was about to insert; the work runs again and finds it. */
final class UniqueConflict extends RuntimeException {

    UniqueConflict(Throwable cause) {
        super(cause);
    }
}

package dev.tenure.adapter.http.error;

/** A stable code that a request is refused with, and the status that goes with it. */
public interface HttpErrorCode {

    String name();

    int status();

    /** What it means, in a sentence for the readers of the documentation. */
    String meaning();
}

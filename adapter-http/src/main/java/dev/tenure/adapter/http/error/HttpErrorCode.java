package dev.tenure.adapter.http.error;

/** A stable code of a refusal, and its status. */
public interface HttpErrorCode {

    String name();

    int status();

    /** What it means, in a sentence for the readers of the documentation. */
    String meaning();
}

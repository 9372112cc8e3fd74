package dev.tenure.adapter.cli.shared;

import java.io.IOException;

/** Standard output takes no more. */
public final class OutputFailed extends RuntimeException {

    OutputFailed(IOException cause) {
        super("standard output can't be written: " + cause.getMessage(), cause);
    }

    /** Whether the reader went away, as {@code head} does when it has seen enough: no reason to complain. */
    boolean readerLeft() {
        String message = String.valueOf(getCause() == null ? null : getCause().getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }
}

package dev.tenure.adapter.cli.shared;

import java.io.IOException;

/** Standard output can't be written. */
public final class OutputFailed extends RuntimeException {

    OutputFailed(IOException cause) {
        super("standard output can't be written: " + cause.getMessage(), cause);
    }

    /** Whether the reader closed the pipe, as {@code head} does: that is no error. */
    boolean readerLeft() {
        String message = String.valueOf(getCause() == null ? null : getCause().getMessage());
        return message.contains("Broken pipe") || message.contains("pipe is being closed");
    }
}

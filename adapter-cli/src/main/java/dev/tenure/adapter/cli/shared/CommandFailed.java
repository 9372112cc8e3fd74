package dev.tenure.adapter.cli.shared;

/** A step of a command that runs several steps failed. The message is for people. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        super(message);
    }
}

package dev.tenure.adapter.cli.shared;

/** A command that drives others found a step not done. The message is for people. */
public final class CommandFailed extends RuntimeException {

    public CommandFailed(String message) {
        super(message);
    }
}

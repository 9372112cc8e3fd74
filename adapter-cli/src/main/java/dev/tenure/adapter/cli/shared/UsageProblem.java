package dev.tenure.adapter.cli.shared;

/** A command was called in a way that can't work, although each option by itself is fine. The message is for people. */
public final class UsageProblem extends RuntimeException {

    public UsageProblem(String message) {
        super(message);
    }
}

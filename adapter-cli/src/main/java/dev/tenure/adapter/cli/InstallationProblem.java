package dev.tenure.adapter.cli;

/** The environment does not allow what is asked: a port is taken, no database, no space. The message is for people. */
public final class InstallationProblem extends RuntimeException {

    public InstallationProblem(String message) {
        super(message);
    }

    public InstallationProblem(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.tenure.adapter.cli.shared;

/** The exit codes of the commands. */
public enum ExitCode {
    OK(0, "done"),
    UNEXPECTED(1, "unexpected failure; TENURE_DEBUG=1 shows where"),
    USAGE(2, "wrong usage: an option, an argument or a file"),
    INVALID(3, "invalid data: the fields are named"),
    NOT_FOUND(4, "there is no such thing"),
    REFUSED(5, "refused by a rule, or in conflict with another change"),
    ENVIRONMENT(6, "the environment: no database, a port that is taken, an unknown outcome");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    public int number() {
        return number;
    }

    public String meaning() {
        return meaning;
    }
}

package dev.tenure.domain.shared;

/**
 * A stable, machine-readable word for one kind of refusal. Every feature has one enum of them; clients branch on
 * {@link #name()}, never on a message.
 */
public interface ErrorCode {

    /** The code on the wire, for example {@code INVALID_CONTRACT_LENGTH}. */
    String name();

    /** One sentence for the documentation: when this code is given and what to do about it. */
    String meaning();
}

package dev.tenure.application.shared.guard.in;

/** Forgets the answers that were kept long enough; run from time to time, on any number of nodes. */
@FunctionalInterface
public interface ForgetAnswers {

    /** How many answers of all tenants were forgotten. */
    int forgetExpired();
}

package dev.tenure.adapter.persistence.embedded;

/** A login of the embedded PostgreSQL. */
public record Credentials(String user, String password) {

    /** Leaves the password out, because records end up in logs. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}

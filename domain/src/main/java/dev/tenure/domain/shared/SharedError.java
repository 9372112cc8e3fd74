package dev.tenure.domain.shared;

/** Codes that belong to no single feature. */
public enum SharedError implements ErrorCode {
    VALIDATION_ERROR("A field is missing, malformed or out of range; `details` names each one.");

    private final String meaning;

    SharedError(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}

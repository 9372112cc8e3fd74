package dev.tenure.application.shared;

import java.util.List;

/**
 * An all-or-nothing batch, refused because of some of its entries. The kind of the refusal is that of the first of
 * them.
 */
public final class BatchRefused extends ApplicationException {

    private final transient RuntimeException first;
    private final transient List<FieldError> fields;

    /** @param errors at least one, with paths below the batch */
    public BatchRefused(List<EntryError> errors) {
        super(errors.get(0).code(), summary(errors));
        this.first = errors.get(0).cause();
        this.fields = errors.stream()
                .map(error -> new FieldError(error.path(), error.field(), error.message()))
                .toList();
    }

    /** The refusal of the first entry. */
    public RuntimeException first() {
        return first;
    }

    /** One error per refused entry. */
    public List<FieldError> fields() {
        return fields;
    }

    private static String summary(List<EntryError> errors) {
        EntryError first = errors.get(0);
        String sentence = first.path() + ": " + first.message();
        return errors.size() == 1 ? sentence : sentence + " (and " + (errors.size() - 1) + " more)";
    }
}

package dev.tenure.application.shared;

import dev.tenure.domain.shared.ErrorCode;
import java.util.List;

/** The command's data is invalid; every invalid field is named. */
public final class InvalidCommand extends ApplicationException {

    private final transient List<FieldError> fields;

    public InvalidCommand(ErrorCode code, List<FieldError> fields) {
        super(code, summary(fields));
        this.fields = List.copyOf(fields);
    }

    public List<FieldError> fields() {
        return fields;
    }

    private static String summary(List<FieldError> fields) {
        FieldError first = fields.get(0);
        String sentence = first.path().isEmpty() ? first.message() : first.path() + ": " + first.message();
        return fields.size() == 1 ? sentence : sentence + " (and " + (fields.size() - 1) + " more)";
    }
}

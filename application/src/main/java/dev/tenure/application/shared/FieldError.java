package dev.tenure.application.shared;

/**
 * One invalid field of a command.
 *
 * @param path the field as the client wrote it, for example {@code items[0].quantity}; empty for the whole command
 * @param code the kind of mistake: {@code required}, {@code invalid_type}, {@code invalid_string}, {@code too_small},
 *     {@code too_big}, {@code invalid_enum_value}, {@code unrecognized_keys}, {@code invalid}, or a code of the model
 *     such as {@code VARIANT_NOT_FOUND}
 * @param message what was wrong, what is allowed and, if it is short, what was given
 */
public record FieldError(String path, String code, String message) {}

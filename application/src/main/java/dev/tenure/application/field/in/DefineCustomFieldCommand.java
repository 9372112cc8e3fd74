package dev.tenure.application.field.in;

import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.shared.TextPattern;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The complete definition of a custom field; see {@link FieldDefinition} for the parts and their combinations. */
public record DefineCustomFieldCommand(
        @NotBlank String fieldId,
        @NotBlank @Size(max = Text.LINE) String label,
        @NotNull FieldType type,
        boolean required,
        @Size(max = FieldDefinition.MAX_OPTIONS) @Nullable List<@NotBlank @Size(max = Text.LINE) String> options,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,

        @Size(min = 1, max = TextPattern.MAX_LENGTH) @Nullable
        String pattern,

        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {}

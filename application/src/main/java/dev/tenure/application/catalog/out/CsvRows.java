package dev.tenure.application.catalog.out;

import dev.tenure.domain.shared.InvalidValue;
import java.io.Reader;
import java.util.List;
import java.util.stream.Stream;

/** Reads CSV: commas, double quotes, an optional byte order mark; accepts a stray quote inside an unquoted field. */
@FunctionalInterface
public interface CsvRows {

    /**
     * The rows in order, the header first, read as the stream is consumed. Rows may differ in length; blank lines are
     * skipped. The caller closes it.
     *
     * <p>At a text that is not valid CSV, reading fails with {@link InvalidValue} {@code VALIDATION_ERROR}.
     */
    Stream<List<String>> read(Reader csv);
}

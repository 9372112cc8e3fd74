package dev.tenure.application.catalog.out;

import java.io.Reader;
import java.util.List;
import java.util.stream.Stream;

/** Reads CSV: commas, double quotes, an optional byte order mark, lenient about a stray quote inside an unquoted field. */
@FunctionalInterface
public interface CsvRows {

    /** The rows in order, the header first, read as the stream is consumed. Blank lines are left out. Close it after use. */
    Stream<List<String>> read(Reader csv);
}

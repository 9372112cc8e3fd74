package dev.tenure.bootstrap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.tenure.application.catalog.out.CsvRows;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads CSV with FastCSV; a byte order mark before the first column is dropped. */
final class FastCsvRows implements CsvRows {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public Stream<List<String>> read(Reader csv) {
        return CsvReader.builder().skipEmptyLines(true).ofCsvRecord(withoutMark(csv)).stream()
                .map(CsvRecord::getFields);
    }

    private static Reader withoutMark(Reader csv) {
        try {
            PushbackReader pushback = new PushbackReader(csv);
            int first = pushback.read();
            if (first != -1 && first != BYTE_ORDER_MARK) {
                pushback.unread(first);
            }
            return pushback;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.tenure.bootstrap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads CSV with FastCSV; a byte order mark before the first column is dropped. */
final class FastCsvRows implements CsvRows {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public Stream<List<String>> read(Reader csv) {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(withoutMark(csv));
        return StreamSupport.stream(new RefusingRows(reader.spliterator()), false)
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

    /** Translates an error of the CSV parser into the model's terms. */
    private static final class RefusingRows extends Spliterators.AbstractSpliterator<CsvRecord> {

        private final Spliterator<CsvRecord> rows;

        RefusingRows(Spliterator<CsvRecord> rows) {
            super(rows.estimateSize(), rows.characteristics());
            this.rows = rows;
        }

        @Override
        public boolean tryAdvance(Consumer<? super CsvRecord> action) {
            try {
                return rows.tryAdvance(action);
            } catch (CsvParseException unreadable) {
                throw new InvalidValue(
                        SharedError.VALIDATION_ERROR, "this is not CSV any more: " + unreadable.getMessage());
            }
        }
    }
}

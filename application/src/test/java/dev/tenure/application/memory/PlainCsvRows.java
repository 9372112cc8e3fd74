package dev.tenure.application.memory;

import dev.tenure.application.catalog.out.CsvRows;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads CSV one character at a time: slow and short. */
public final class PlainCsvRows implements CsvRows {

    private static final int END = -1;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public Stream<List<String>> read(Reader csv) {
        PushbackReader in = new PushbackReader(csv);
        skip(in, BYTE_ORDER_MARK);
        return Stream.generate(() -> row(in))
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .filter(row -> row.size() > 1 || !row.get(0).isBlank())
                .onClose(() -> close(in));
    }

    private static Optional<List<String>> row(PushbackReader in) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        while (true) {
            int next = next(in);
            if (next == END && !begun && cells.isEmpty()) {
                return Optional.empty();
            }
            if (quoted && next == '"' && !skip(in, '"')) {
                quoted = false;
            } else if (quoted && next != END) {
                cell.append((char) next);
            } else if (next == '"' && !begun) {
                quoted = true;
                begun = true;
            } else if (next == ',' || next == '\n' || next == '\r' || next == END) {
                cells.add(cell.toString());
                cell.setLength(0);
                begun = false;
                if (next != ',') {
                    if (next == '\r') {
                        skip(in, '\n');
                    }
                    return Optional.of(cells);
                }
            } else {
                cell.append((char) next);
                begun = true;
            }
        }
    }

    private static int next(PushbackReader in) {
        try {
            return in.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether the next character was this one, which is then gone. */
    private static boolean skip(PushbackReader in, int wanted) {
        try {
            int next = in.read();
            if (next != wanted && next != END) {
                in.unread(next);
            }
            return next == wanted;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void close(Reader in) {
        try {
            in.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

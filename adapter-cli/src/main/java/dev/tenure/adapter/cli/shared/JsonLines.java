package dev.tenure.adapter.cli.shared;

import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Objects a line, from an input of any length. Blank lines are passed over, but counted. */
public final class JsonLines implements AutoCloseable {

    private static final int MAX_BATCH = 2 * Json.MAX_SIZE;

    private final InputStream in;
    private long number;

    public JsonLines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** A line, and its place in the input, from 1. */
    public record Line<T>(long number, Entry<T> entry) {}

    /** At most so many more lines, and no more than fit well in memory; none at the end. */
    public <T> List<Line<T>> next(int max, Function<JsonFields, T> mapping) {
        List<Line<T>> lines = new ArrayList<>();
        try {
            for (int bytes = 0; lines.size() < max && bytes < MAX_BATCH; ) {
                ByteArrayOutputStream line = new ByteArrayOutputStream();
                int next = in.read();
                if (next < 0) {
                    return lines;
                }
                number++;
                long length = 0;
                for (; next >= 0 && next != '\n'; next = in.read()) {
                    if (++length <= Json.MAX_SIZE) {
                        line.write(next);
                    }
                }
                bytes += line.size();
                if (length > Json.MAX_SIZE) {
                    lines.add(new Line<>(
                            number, Entry.unreadable(refused("must have at most %d bytes".formatted(Json.MAX_SIZE)))));
                } else if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
                    lines.add(new Line<>(number, read(line.toByteArray(), mapping)));
                }
            }
            return lines;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static <T> Entry<T> read(byte[] line, Function<JsonFields, T> mapping) {
        try {
            JsonFields fields = JsonFields.of(Json.parse(line));
            T value = mapping.apply(fields);
            fields.throwIfAny();
            return Entry.of(value);
        } catch (InvalidCommand unreadable) {
            return Entry.unreadable(unreadable);
        }
    }

    private static InvalidCommand refused(String message) {
        return new InvalidCommand(SharedError.VALIDATION_ERROR, List.of(new FieldError("", "too_big", message)));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

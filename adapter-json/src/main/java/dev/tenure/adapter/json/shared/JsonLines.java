package dev.tenure.adapter.json.shared;

import dev.tenure.adapter.json.shared.JsonReader.MalformedJson;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.InvalidCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One object per line, in a stream of any length. Blank lines are skipped, but counted. */
public final class JsonLines {

    private static final int MAX_LINE = JsonReader.MAX_DOCUMENT;

    private static final int MAX_BATCH = 2 * 1024 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private long number;

    public JsonLines(InputStream in) {
        this.in = in;
    }

    /** A line, and its number in the stream, from 1. */
    public record Line<T>(long number, Entry<T> entry) {}

    /** At most so many more lines, limited by memory too; none at the end of the stream. */
    public <T> List<Line<T>> next(int max, Function<JsonFields, T> mapping) throws IOException {
        List<Line<T>> lines = new ArrayList<>();
        long bytes = 0;
        while (lines.size() < max && bytes < MAX_BATCH) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean fits = true;
            int end = endOfLine();
            if (end < 0) {
                return lines;
            }
            number++;
            boolean complete = false;
            while (!complete) {
                complete = end < to;
                if (fits && line.size() + end - from <= MAX_LINE) {
                    line.write(buffer, from, end - from);
                } else {
                    fits = false;
                    line.reset();
                }
                from = complete ? end + 1 : end;
                end = complete ? end : endOfLine();
                complete |= end < 0;
            }
            bytes += line.size();
            if (!fits) {
                lines.add(new Line<>(
                        number,
                        Entry.unreadable(
                                JsonReader.unreadable("a line may have at most %d bytes".formatted(MAX_LINE)))));
            } else if (!isBlank(line)) {
                lines.add(new Line<>(number, read(withoutMark(line.toByteArray()), mapping)));
            }
        }
        return lines;
    }

    /** The end of the line in the buffer, or of the buffer if that is earlier; -1 at the end of the stream. */
    private int endOfLine() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(in.read(buffer), 0);
            if (to == 0) {
                return -1;
            }
        }
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private byte[] withoutMark(byte[] line) {
        boolean marked = number == 1
                && line.length >= 3
                && line[0] == BYTE_ORDER_MARK[0]
                && line[1] == BYTE_ORDER_MARK[1]
                && line[2] == BYTE_ORDER_MARK[2];
        return marked ? java.util.Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private static boolean isBlank(ByteArrayOutputStream line) {
        for (byte b : line.toByteArray()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private static <T> Entry<T> read(byte[] line, Function<JsonFields, T> mapping) {
        try {
            return JsonFields.entry(JsonReader.read(JsonReader.utf8(line)), mapping);
        } catch (MalformedJson malformed) {
            return Entry.unreadable(JsonReader.unreadable(String.valueOf(malformed.getMessage())));
        } catch (InvalidCommand notUtf8) {
            return Entry.unreadable(notUtf8);
        }
    }

    /** The object as a line. */
    public static byte[] line(JsonObject object) {
        byte[] json = JsonWriter.bytes(object);
        byte[] line = java.util.Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }
}

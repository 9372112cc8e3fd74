package dev.tenure.adapter.rest.importing;

import dev.tenure.adapter.json.importing.ImportCodec;
import dev.tenure.adapter.json.importing.ImportResults;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.json.shared.JsonLines.Line;
import dev.tenure.application.importing.in.ImportOrders;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.Entry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an import in a file, and their results in another, so that nothing of it is in memory. */
final class SpooledLines implements ImportOrders.Lines, AutoCloseable {

    private static final List<Status> STATUSES = List.of(Status.values());

    private final Path body;
    private final Path resultFile;
    private @Nullable InputStream in;
    private @Nullable JsonLines lines;
    private @Nullable DataOutputStream out;
    private List<Line<ImportedOrder>> given = List.of();

    SpooledLines(Path body, Path resultFile) {
        this.body = body;
        this.resultFile = resultFile;
    }

    @Override
    public void rewind() {
        try {
            close();
            in = Files.newInputStream(body);
            lines = new JsonLines(in);
            out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(resultFile)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<Entry<ImportedOrder>> next() {
        if (lines == null) {
            throw new IllegalStateException("not at the first line yet");
        }
        try {
            given = lines.next(ImportOrders.BATCH, ImportCodec::line);
            return given.stream().map(Line::entry).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void results(List<Result> results) {
        if (out == null) {
            throw new IllegalStateException("not at the first line yet");
        }
        try {
            for (int i = 0; i < results.size(); i++) {
                write(out, given.get(i).number(), results.get(i));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
        if (out != null) {
            out.close();
        }
    }

    /** Adds a result. */
    interface Taker {

        void take(long number, Status status, byte[] line) throws IOException;
    }

    static void eachResult(Path resultFile, Taker taker) throws IOException {
        long left = Files.size(resultFile);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(resultFile)))) {
            while (left > 0) {
                long number = in.readLong();
                Status status = STATUSES.get(in.readByte());
                byte[] line = in.readNBytes(in.readInt());
                left -= Long.BYTES + Byte.BYTES + Integer.BYTES + line.length;
                taker.take(number, status, line);
            }
        }
    }

    private static void write(DataOutputStream out, long number, Result result) throws IOException {
        byte[] line = JsonLines.line(ImportResults.line(number, result));
        out.writeLong(number);
        out.writeByte(STATUSES.indexOf(result.status()));
        out.writeInt(line.length);
        out.write(line);
    }
}

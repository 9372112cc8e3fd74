package dev.tenure.adapter.rest.order;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tenure.adapter.http.body.WorkAhead;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.rest.shared.StreamedExchange;
import dev.tenure.application.order.in.OrderRows;
import dev.tenure.application.order.in.OrderView;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** Writes orders page by page, and reads the next page while it writes one. */
final class ExportStream {

    private static final int PIECE = 64 * 1024;

    private ExportStream() {}

    static void send(Iterator<List<OrderView>> pages, ExportFormat format, StreamedExchange exchange)
            throws IOException {
        List<OrderView> page = exchange.admitted(pages::next);
        if (format == ExportFormat.CSV) {
            exchange.stream().header("Content-Disposition", "attachment; filename=\"orders.csv\"");
        }
        OutputStream out = new BufferedOutputStream(
                exchange.stream()
                        .begin(
                                format == ExportFormat.CSV
                                        ? "text/csv; charset=utf-8; header=present"
                                        : StreamedExchange.NDJSON),
                PIECE);
        if (exchange.stream().isHead()) {
            return;
        }
        if (format == ExportFormat.CSV) {
            out.write(csv(List.of(OrderRows.COLUMNS)));
        }
        try (WorkAhead<List<OrderView>> ahead = new WorkAhead<>("export-pages", 1)) {
            while (true) {
                boolean more = pages.hasNext();
                if (more) {
                    ahead.begin(() -> exchange.admittedAtLast(pages::next));
                }
                for (OrderView order : page) {
                    out.write(
                            format == ExportFormat.CSV
                                    ? csv(OrderRows.of(order))
                                    : JsonLines.line(OrderCodec.order(order)));
                }
                out.flush();
                if (!more) {
                    return;
                }
                page = ahead.take();
            }
        }
    }

    private static byte[] csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}

package dev.tenure.adapter.cli.order;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonWriter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderRows;
import dev.tenure.application.order.in.OrderView;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenure order export}. */
@Command(
        name = "export",
        description = "Print every order that matches: one JSON object per line, or CSV with a row per item.")
public final class ExportCommand implements Runnable {

    /** The format of an export. */
    public enum Format {
        NDJSON,
        CSV
    }

    private final Context context;

    @Option(names = "--format", paramLabel = "ndjson|csv", description = "ndjson (default) or csv.")
    private Format format = Format.NDJSON;

    @Mixin
    private OrderQueryOptions options = new OrderQueryOptions();

    public ExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.inTenant(in -> {
            OrderQuery query = options.query(in.tenant().settings().timeZone());
            Iterator<List<OrderView>> pages = in.useCases().orders().export().export(in.caller(), query);
            if (format == Format.CSV) {
                context.console().print(csv(List.of(OrderRows.COLUMNS)));
            }
            while (pages.hasNext()) {
                StringBuilder page = new StringBuilder();
                for (OrderView order : pages.next()) {
                    page.append(
                            format == Format.CSV
                                    ? csv(OrderRows.of(order))
                                    : JsonWriter.line(OrderCodec.order(order)) + "\n");
                }
                context.console().print(page.toString());
            }
        });
    }

    private static String csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}

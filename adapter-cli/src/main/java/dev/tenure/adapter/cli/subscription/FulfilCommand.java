package dev.tenure.adapter.cli.subscription;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.adapter.json.subscription.FulfilmentCodec;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrder.Mode;
import dev.tenure.application.subscription.in.FulfilOrder.Status;
import dev.tenure.application.subscription.in.FulfilOrder.Unit;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.domain.shared.SharedError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order fulfil}. */
@Command(name = "fulfil", description = "Hand over many units of an order at once.")
public final class FulfilCommand implements Callable<Integer> {

    private final Context context;

    @Parameters(paramLabel = "ORDER", description = "The order's id.")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String orderId;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            required = true,
            description = "The units: CSV with the columns assetSerialNumber, sku, itemIndex, startDate (the first is"
                    + " enough), or a JSON object a line; - reads standard input (required).")
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private String file;

    @Option(
            names = "--best-effort",
            description = "Hand over the valid units; without it one invalid unit refuses them all.")
    private boolean bestEffort;

    public FulfilCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.tenantId();
        byte[] units = context.bytes(file, JsonReader.MAX_DOCUMENT);
        FulfilOrderCommand command = new FulfilOrderCommand(
                orderId,
                bestEffort ? Mode.BEST_EFFORT : Mode.ALL_OR_NOTHING,
                isJson(units) ? ofJson(units) : ofCsv(units));
        Fulfilled[] done = new Fulfilled[1];
        context.inTenant(in -> done[0] = in.useCases().subscriptions().fulfil().fulfil(in.caller(), command));
        int failed = done[0].count(Status.FAILED);
        String message = "%s handed over, %d before, %d failed; the order is %s"
                .formatted(
                        Spelling.counted(done[0].count(Status.FULFILLED), "unit"),
                        done[0].count(Status.ALREADY_FULFILLED),
                        failed,
                        EnumWords.word(done[0].order().status()));
        context.console().note(message);
        context.print(() -> FulfilmentCodec.fulfilled(command, done[0]), () -> table(done[0].units()));
        return (failed == 0 ? ExitCode.OK : ExitCode.REFUSED).number();
    }

    private static boolean isJson(byte[] units) {
        return new String(units, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .startsWith("{");
    }

    private static List<Entry<FulfilOrderCommand.Unit>> ofJson(byte[] units) {
        try {
            return new JsonLines(new ByteArrayInputStream(units))
                    .next(FulfilOrder.MAX_UNITS + 1, FulfilmentCodec::unit).stream()
                            .map(JsonLines.Line::entry)
                            .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Entry<FulfilOrderCommand.Unit>> ofCsv(byte[] units) {
        String text = new String(units, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<Entry<FulfilOrderCommand.Unit>> entries = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : csv) {
                entries.add(entry(row));
            }
        } catch (CsvParseException | IOException unreadable) {
            throw new UsageProblem("the file is neither CSV nor JSON a line: " + unreadable.getMessage());
        }
        return entries;
    }

    private static Entry<FulfilOrderCommand.Unit> entry(NamedCsvRecord row) {
        if (!row.getHeader().contains("assetSerialNumber")) {
            throw new UsageProblem("the first line must name the columns, assetSerialNumber among them");
        }
        String itemIndex = cell(row, "itemIndex");
        String startDate = cell(row, "startDate");
        try {
            return Entry.of(new FulfilOrderCommand.Unit(
                    cell(row, "sku"),
                    itemIndex == null ? null : Integer.valueOf(itemIndex),
                    CommandReader.checkedLater(cell(row, "assetSerialNumber")),
                    startDate == null ? null : LocalDate.parse(startDate)));
        } catch (NumberFormatException noNumber) {
            return unreadable("itemIndex", "must be a whole number, not " + itemIndex);
        } catch (DateTimeParseException noDate) {
            return unreadable("startDate", "must be a date such as 2026-02-01, not " + startDate);
        }
    }

    private static Entry<FulfilOrderCommand.Unit> unreadable(String field, String message) {
        return Entry.unreadable(new InvalidCommand(
                SharedError.VALIDATION_ERROR, List.of(new FieldError(field, "invalid_string", message))));
    }

    private static @Nullable String cell(NamedCsvRecord row, String column) {
        return row.findField(column)
                .filter(cell -> !cell.isBlank())
                .map(String::strip)
                .orElse(null);
    }

    private static String table(List<Unit> units) {
        Table table = new Table(
                Table.elastic("SERIAL"),
                Table.column("RESULT"),
                Table.column("SKU"),
                Table.column("SUBSCRIPTION"),
                Table.elastic("WHY"));
        return table.rows(units.stream().map(FulfilCommand::row).toList());
    }

    private static List<String> row(Unit unit) {
        return List.of(
                orDash(unit.assetSerialNumber()),
                EnumWords.word(unit.status()).replace('_', ' '),
                orDash(unit.sku()),
                orDash(unit.subscriptionId()),
                unit.error() == null
                        ? ""
                        : unit.error().code().name() + ": " + unit.error().message());
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}

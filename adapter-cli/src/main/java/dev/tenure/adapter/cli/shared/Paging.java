package dev.tenure.adapter.cli.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonWriter;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a list, and how its pages are fetched and printed. */
public final class Paging {

    @Option(names = "--limit", paramLabel = "N", description = "Rows of a page, 1 to 100 (default 50).")
    @Nullable
    Integer limit;

    @Option(
            names = "--start-after",
            paramLabel = "CURSOR",
            description = "Continue after the page that gave this cursor.")
    @Nullable
    String startAfter;

    @Option(names = "--all", description = "Every page, one after the other.")
    boolean all;

    /** The first page that is asked for. */
    PageRequest first() {
        int usual = all ? PageRequest.MAX_LIMIT : PageRequest.DEFAULT_LIMIT;
        return new PageRequest(limit == null ? usual : limit, startAfter);
    }

    /**
     * Prints the page, or all of them.
     *
     * @param plural what these are called in JSON
     * @param rows the rows of the table that one of them makes
     */
    public <T> void print(
            Context context,
            String plural,
            Function<PageRequest, Page<T>> pages,
            Function<T, JsonObject> json,
            Table table,
            Function<T, List<List<String>>> rows) {
        if (context.output() == Output.JSON) {
            printJson(context, plural, pages, json);
        } else {
            printTable(context.console(), pages, table, rows);
        }
    }

    private <T> void printTable(
            Console console, Function<PageRequest, Page<T>> pages, Table table, Function<T, List<List<String>>> rows) {
        Page<T> page = pages.apply(first());
        int count = page.rows().size();
        if (count == 0) {
            console.note("there are none");
            return;
        }
        console.print(table.rows(lines(page, rows)));
        while (all && page.nextCursor() != null) {
            page = pages.apply(new PageRequest(page.limit(), page.nextCursor()));
            count += page.rows().size();
            console.print(table.rows(lines(page, rows)));
        }
        if (page.nextCursor() != null) {
            console.note("%d, and more: --start-after %s, or --all".formatted(count, page.nextCursor()));
        }
    }

    private static <T> List<List<String>> lines(Page<T> page, Function<T, List<List<String>>> rows) {
        return page.rows().stream().map(rows).flatMap(List::stream).toList();
    }

    // Written row by row: all pages together may be more than fits into memory.
    private <T> void printJson(
            Context context, String plural, Function<PageRequest, Page<T>> pages, Function<T, JsonObject> mapping) {
        Page<T> page = pages.apply(first());
        try (JsonGenerator json = JsonWriter.indented(context.console().writer())) {
            json.writeStartObject();
            json.writeArrayFieldStart(plural);
            int count = 0;
            while (true) {
                for (T row : page.rows()) {
                    JsonWriter.write(json, mapping.apply(row));
                }
                count += page.rows().size();
                if (!all || page.nextCursor() == null) {
                    break;
                }
                json.flush();
                page = pages.apply(new PageRequest(page.limit(), page.nextCursor()));
            }
            json.writeEndArray();
            json.writeNumberField("count", count);
            json.writeNumberField("limit", page.limit());
            json.writeBooleanField("hasMore", page.hasMore());
            json.writeStringField("nextCursor", page.nextCursor());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException failed) {
            throw new OutputFailed(failed);
        }
    }
}

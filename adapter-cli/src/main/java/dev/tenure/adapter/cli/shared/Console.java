package dev.tenure.adapter.cli.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tenure.adapter.cli.Terminal;
import dev.tenure.adapter.json.shared.ErrorDocument;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonWriter;
import dev.tenure.application.shared.FieldError;
import java.io.BufferedWriter;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Results go to standard output; messages, progress and errors to standard error. */
public final class Console {

    private final Terminal terminal;
    private final Writer out;
    private final Writer err;
    private boolean quiet;

    public Console(Terminal terminal) {
        this.terminal = terminal;
        out = utf8(terminal.out());
        err = utf8(terminal.err());
    }

    /** Prints nothing but the error document to standard error. */
    public void quiet() {
        quiet = true;
    }

    /**
     * Prints results.
     *
     * @throws OutputFailed when they can't be written
     */
    public void print(String text) {
        try {
            out.write(text);
            out.flush();
        } catch (IOException failed) {
            throw new OutputFailed(failed);
        }
    }

    /** Prints a line of results. */
    public void line(String text) {
        print(text + "\n");
    }

    /** Prints one JSON document. */
    public void json(JsonObject document) {
        try {
            writeJson(out, document);
        } catch (IOException failed) {
            throw new OutputFailed(failed);
        }
    }

    /** A message beside the results; not with JSON, where standard error holds an error document or nothing. */
    public void note(String text) {
        if (!quiet) {
            complain(DisplayText.oneLine(text) + "\n");
        }
    }

    /** Reports a failure: a line and one per field, or the error document of the HTTP API. */
    public void report(Problem problem, Output output) {
        if (output == Output.JSON) {
            StringWriter text = new StringWriter();
            try {
                writeJson(text, document(problem));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            complain(text.toString());
            return;
        }
        List<FieldError> fields = problem.fields();
        StringBuilder text = new StringBuilder("error: " + problem.code() + ": ");
        if (fields.isEmpty()) {
            text.append(DisplayText.oneLine(problem.message())).append('\n');
        } else {
            text.append("the data can't be used\n");
            for (FieldError field : fields) {
                String path = field.path().isEmpty() ? "" : field.path() + ": ";
                text.append("  ")
                        .append(DisplayText.oneLine(path + field.message()))
                        .append('\n');
            }
        }
        complain(text.toString());
    }

    /** A stack trace, if asked for. */
    public void trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        complain(trace.toString());
    }

    /** Prints a hint on an error. */
    public void hint(String text) {
        if (!quiet) {
            complain(text);
        }
    }

    /** Standard output, for code that writes itself. */
    public Writer writer() {
        return new FilterWriter(out) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** Whether colours may be used. */
    public boolean coloured() {
        return terminal.coloured();
    }

    private static JsonObject document(Problem problem) {
        List<FieldError> fields = ErrorDocument.named(problem.fields());
        return new ErrorDocument(problem.code(), problem.message(), fields, null, null).envelope();
    }

    private static void writeJson(Writer writer, JsonObject document) throws IOException {
        try (JsonGenerator json = JsonWriter.indented(writer)) {
            JsonWriter.write(json, document);
        }
        writer.write('\n');
        writer.flush();
    }

    private void complain(String text) {
        try {
            err.write(text);
            err.flush();
        } catch (IOException nobodyListens) {
            // There is no other place to report it.
        }
    }

    private static Writer utf8(OutputStream stream) {
        return new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}

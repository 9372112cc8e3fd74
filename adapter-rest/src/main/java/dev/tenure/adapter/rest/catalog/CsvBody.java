package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.request.MediaType;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.adapter.rest.shared.RestRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** The CSV file of a request: its whole body, or the field {@value #FIELD} of a multipart form. */
final class CsvBody {

    static final int MAX_FILE = 10 * 1024 * 1024;

    private static final String FIELD = "csvFile";
    private static final String FORM = "multipart/form-data";
    private static final int MAX_PARTS = 10;
    private static final int MAX_PART_HEADERS = 8 * 1024;

    private final RestRequest request;

    private CsvBody(RestRequest request) {
        this.request = request;
    }

    static CsvBody of(RestRequest request) {
        return new CsvBody(request);
    }

    /** The result of reading the file. It is decoded while it is read, so that the body is the only copy. */
    <T> T read(Function<Reader, T> reading) {
        MediaType type = request.contentType();
        type.require("text/csv", FORM);
        byte[] body = request.body();
        return type.is(FORM)
                ? readPart(body, type.parameter("boundary"), reading)
                : read(() -> new ByteArrayInputStream(body), body.length, reading);
    }

    private static <T> T readPart(byte[] body, @Nullable String boundary, Function<Reader, T> reading) {
        if (boundary == null || boundary.isEmpty()) {
            throw JsonReader.unreadable("the multipart form names no boundary");
        }
        try (MultiPartFormData.Parts parts = parts(body, boundary)) {
            for (MultiPart.Part part : parts) {
                if (FIELD.equals(part.getName())) {
                    return read(
                            () -> Content.Source.asInputStream(part.createContentSource()), part.getLength(), reading);
                }
            }
            throw JsonReader.unreadable("the multipart form has no field " + FIELD);
        }
    }

    // The parts are slices of the body, not copies.
    private static MultiPartFormData.Parts parts(byte[] body, String boundary) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(-1);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
        try {
            return parsed.join();
        } catch (CompletionException malformed) {
            throw JsonReader.unreadable("the multipart form is malformed");
        }
    }

    private static <T> T read(Supplier<InputStream> file, long length, Function<Reader, T> reading) {
        if (length > MAX_FILE) {
            throw new RequestRefused(
                    HttpError.PAYLOAD_TOO_LARGE, "a CSV file may have at most %d bytes".formatted(MAX_FILE));
        }
        requireText(decoded(file.get()));
        return reading.apply(decoded(file.get()));
    }

    // Before the first row is imported: a file in another encoding is refused completely.
    private static void requireText(Reader csv) {
        char[] some = new char[8 * 1024];
        try (csv) {
            for (int length = csv.read(some); length >= 0; length = csv.read(some)) {
                for (int i = 0; i < length; i++) {
                    if (some[i] == '\0') {
                        throw JsonReader.unreadable("the file has a NUL character");
                    }
                }
            }
        } catch (CharacterCodingException notUtf8) {
            throw JsonReader.unreadable("the file is not valid UTF-8");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Reader decoded(InputStream file) {
        return new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}

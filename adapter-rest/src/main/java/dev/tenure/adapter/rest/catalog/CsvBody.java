package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.http.body.MultipartForm;
import dev.tenure.adapter.http.body.MultipartForm.MalformedForm;
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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The CSV file of a request: its whole body, or the field {@value #FIELD} of a multipart form. */
final class CsvBody {

    static final int MAX_FILE = 10 * 1024 * 1024;

    private static final String FIELD = "csvFile";

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
        type.require("text/csv", MultipartForm.TYPE);
        byte[] body = request.body();
        return type.is(MultipartForm.TYPE)
                ? readPart(body, type.parameter("boundary"), reading)
                : read(() -> new ByteArrayInputStream(body), body.length, reading);
    }

    private static <T> T readPart(byte[] body, @Nullable String boundary, Function<Reader, T> reading) {
        try (MultipartForm form = MultipartForm.parse(body, boundary)) {
            MultipartForm.Field file = form.field(FIELD)
                    .orElseThrow(() -> JsonReader.unreadable("the multipart form has no field " + FIELD));
            return read(file::content, file.length(), reading);
        } catch (MalformedForm malformed) {
            throw JsonReader.unreadable(String.valueOf(malformed.getMessage()));
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

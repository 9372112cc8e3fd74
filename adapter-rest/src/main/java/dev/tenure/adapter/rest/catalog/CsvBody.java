package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.rest.shared.MediaType;
import dev.tenure.adapter.rest.shared.RequestRefused;
import dev.tenure.adapter.rest.shared.RestError;
import dev.tenure.adapter.rest.shared.RestRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private CsvBody() {}

    static String of(RestRequest request) {
        MediaType type = request.contentType();
        type.require("text/csv", FORM);
        byte[] file = type.is(FORM) ? part(request.body(), type.parameter("boundary")) : request.body();
        if (file.length > MAX_FILE) {
            throw new RequestRefused(
                    RestError.PAYLOAD_TOO_LARGE, "a CSV file may have at most %d bytes".formatted(MAX_FILE));
        }
        String csv = RestRequest.utf8(file);
        if (csv.indexOf('\0') >= 0) {
            throw RestRequest.unreadable("the file has a NUL character");
        }
        return csv;
    }

    private static byte[] part(byte[] body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty()) {
            throw RestRequest.unreadable("the multipart form names no boundary");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(-1);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
        try (MultiPartFormData.Parts parts = parsed.join()) {
            for (MultiPart.Part part : parts) {
                if (FIELD.equals(part.getName())) {
                    return bytes(part);
                }
            }
            throw RestRequest.unreadable("the multipart form has no field " + FIELD);
        } catch (CompletionException | IOException malformed) {
            throw RestRequest.unreadable("the multipart form is malformed");
        }
    }

    private static byte[] bytes(MultiPart.Part part) throws IOException {
        return Content.Source.asInputStream(part.createContentSource()).readAllBytes();
    }
}

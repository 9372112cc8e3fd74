package dev.tenure.adapter.http.body;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** A body of the type {@value #TYPE}, parsed in memory: its parts are slices of the body, not copies. */
public final class MultipartForm implements AutoCloseable {

    public static final String TYPE = "multipart/form-data";

    private static final int MAX_PARTS = 10;
    private static final int MAX_PART_HEADERS = 8 * 1024;

    private final MultiPartFormData.Parts parts;

    private MultipartForm(MultiPartFormData.Parts parts) {
        this.parts = parts;
    }

    /** @throws MalformedForm when the boundary is missing, or the body is no such form */
    public static MultipartForm parse(byte[] body, @Nullable String boundary) {
        if (boundary == null || boundary.isEmpty()) {
            throw new MalformedForm("the multipart form names no boundary");
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxParts(MAX_PARTS);
        parser.setMaxMemoryFileSize(-1);
        parser.setPartHeadersMaxLength(MAX_PART_HEADERS);
        CompletableFuture<MultiPartFormData.Parts> parsed = new CompletableFuture<>();
        parser.parse(Content.Source.from(ByteBuffer.wrap(body)), Promise.Invocable.toPromise(parsed));
        try {
            return new MultipartForm(parsed.join());
        } catch (CompletionException malformed) {
            throw new MalformedForm("the multipart form is malformed");
        }
    }

    /** The first field of this name; readable until the form is closed. */
    public Optional<Field> field(String name) {
        for (MultiPart.Part part : parts) {
            if (name.equals(part.getName())) {
                return Optional.of(new Field(part));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        parts.close();
    }

    /** The content of one field. */
    public static final class Field {

        private final MultiPart.Part part;

        private Field(MultiPart.Part part) {
            this.part = part;
        }

        /** In bytes. */
        public long length() {
            return part.getLength();
        }

        /** Its bytes from the beginning, at every call. */
        public InputStream content() {
            return Content.Source.asInputStream(part.createContentSource());
        }
    }

    /** The body is no form; the message says why. */
    public static final class MalformedForm extends RuntimeException {

        MalformedForm(String message) {
            super(message);
        }
    }
}

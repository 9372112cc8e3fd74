package dev.tenure.adapter.rest.openapi;

import dev.tenure.adapter.rest.shared.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The document and the page, as they are sent. The page refers to its files by a digest of their content, so that a
 * browser may cache them forever and never mixes two releases.
 */
final class OpenApiAnswers {

    private static final String FOR_A_WHILE = "public, max-age=300";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    // The library sets single styles, which is allowed; the pictures in its style sheet are data URLs.
    private static final String NOTHING_FROM_ELSEWHERE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final Map<String, String> TYPES = new TreeMap<>(
            Map.of("swagger-ui-bundle.js", SCRIPT, "swagger-ui.css", STYLE, "docs.js", SCRIPT, "docs.css", STYLE));
    private static final int EDITION_LENGTH = 12;

    private final Answer document;
    private final Answer page;
    private final String edition;
    private final Map<String, Answer> files;

    private OpenApiAnswers(Answer document, Answer page, String edition, Map<String, Answer> files) {
        this.document = document;
        this.page = page;
        this.edition = edition;
        this.files = files;
    }

    static OpenApiAnswers read() {
        MessageDigest digest = sha256();
        Map<String, Answer> files = new TreeMap<>();
        TYPES.forEach((name, type) -> {
            byte[] content = resource(name);
            digest.update(content);
            files.put(name, file(type, content, FOR_EVER));
        });
        String edition = HexFormat.of().formatHex(digest.digest()).substring(0, EDITION_LENGTH);
        String html = new String(resource("docs.html"), StandardCharsets.UTF_8).replace("{edition}", edition);
        return new OpenApiAnswers(
                file("application/json", resource("openapi.json"), FOR_A_WHILE),
                file("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8), FOR_A_WHILE)
                        .with("Content-Security-Policy", NOTHING_FROM_ELSEWHERE)
                        .with("Referrer-Policy", "no-referrer"),
                edition,
                files);
    }

    Answer document() {
        return document;
    }

    Answer page() {
        return page;
    }

    Optional<Answer> file(String ofEdition, String name) {
        return ofEdition.equals(edition) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    private static Answer file(String contentType, byte[] content, String cacheControl) {
        return Answer.file(contentType, content)
                .with("Cache-Control", cacheControl)
                .with("X-Content-Type-Options", "nosniff");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream file = OpenApiAnswers.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in this build");
            }
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

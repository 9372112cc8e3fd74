package dev.tenure.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation that is made from the code: a test makes the content and compares it with the file. With
 * {@code -Dtenure.docs.write=true} it writes the file instead, so a stale page is mended by running the test that found
 * it.
 */
public final class GeneratedPage {

    /** The system property that makes tests write their pages. */
    public static final String WRITE = "tenure.docs.write";

    private GeneratedPage() {}

    /**
     * @param page the path of the page from the root of the repository, for example {@code docs/order-lifecycle.md}
     * @param content all of its text
     * @throws AssertionError when the file has another text or does not exist
     */
    public static void check(String page, String content) {
        check(repository(), page, content, Boolean.getBoolean(WRITE));
    }

    static void check(Path root, String page, String content, boolean write) {
        Path file = root.resolve(page);
        try {
            if (write) {
                Files.createDirectories(file.resolveSibling("."));
                Files.writeString(file, content);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("%s is stale; run the tests with -D%s=true to write it", page, WRITE)
                    .isEqualTo(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository; Maven runs the tests of a module in its own directory. */
    public static Path repository() {
        Path directory = Path.of("").toAbsolutePath();
        for (Path candidate = directory; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("no directory above " + directory + " is the root of the repository");
    }
}

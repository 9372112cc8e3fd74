package dev.tenure.domain.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedPageTest {

    @Test
    void a_page_that_is_missing_or_stale_fails_and_says_how_to_mend_it(@TempDir Path root) throws IOException {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GeneratedPage.check(root, "page.md", "new", false))
                .withMessageContaining("page.md is stale; run the tests with -Dtenure.docs.write=true");

        Files.writeString(root.resolve("page.md"), "old");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> GeneratedPage.check(root, "page.md", "new", false));
    }

    @Test
    void a_page_is_written_when_asked_for_and_is_then_up_to_date(@TempDir Path root) throws IOException {
        GeneratedPage.check(root, "docs/page.md", "new", true);

        GeneratedPage.check(root, "docs/page.md", "new", false);
        assertThat(Files.readString(root.resolve("docs/page.md"))).isEqualTo("new");
    }
}

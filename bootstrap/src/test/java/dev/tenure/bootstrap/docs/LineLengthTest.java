package dev.tenure.bootstrap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.docs.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Markdown wraps, so that a diff shows what changed. Tables and code have their own lines. */
class LineLengthTest {

    private static final int LONGEST = 120;
    private static final Path ROOT = GeneratedPage.repository();

    @Test
    void every_page_wraps() throws IOException {
        List<Path> pages = pages();
        List<String> found = new ArrayList<>();
        for (Path page : pages) {
            tooLong(Files.readAllLines(page)).forEach(line -> found.add(ROOT.relativize(page) + ": " + line));
        }

        assertThat(found).isEmpty();
        assertThat(pages).hasSizeGreaterThan(40);
    }

    @Test
    void a_long_line_of_text_is_found_and_a_table_or_code_is_not() {
        String text = "word ".repeat(25);
        String table = "| " + "cell ".repeat(25) + "|";

        assertThat(tooLong(List.of("short", text, table, "```", text, "```", "- " + text)))
                .containsExactly(text, "- " + text);
        assertThat(tooLong(List.of("ü".repeat(LONGEST)))).isEmpty();
    }

    private static List<String> tooLong(List<String> lines) {
        List<String> found = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code && !line.strip().startsWith("|") && line.codePointCount(0, line.length()) > LONGEST) {
                found.add(line);
            }
        }
        return found;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}

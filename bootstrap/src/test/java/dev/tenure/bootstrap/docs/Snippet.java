package dev.tenure.bootstrap.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of shell on a page, and what the page says that it prints.
 *
 * @param line where it begins
 * @param claim null where the page says nothing
 */
record Snippet(
        String section, int line, String script, @Nullable Claim claim) {

    private static final String FENCE = "```";

    /** The snippets of this page, in its order. */
    static List<Snippet> of(Path page) {
        List<Snippet> snippets = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(page);
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            } else if (line.startsWith(FENCE)) {
                int begin = i + 1;
                i = begin;
                while (!lines.get(i).equals(FENCE)) {
                    i++;
                }
                String content = String.join("\n", lines.subList(begin, i));
                switch (line.substring(FENCE.length())) {
                    case "sh" -> snippets.add(new Snippet(section, begin + 1, content, null));
                    case "http" -> claim(snippets, Claim.http(content), begin);
                    case "json" -> claim(snippets, Claim.json(content), begin);
                    case "console" -> {
                        // For the reader's own terminal.
                    }
                    default -> throw new AssertionError("line %d: nobody knows what to do with it".formatted(begin));
                }
            }
        }
        return snippets;
    }

    private static void claim(List<Snippet> snippets, Claim claim, int line) {
        Snippet last = snippets.isEmpty() ? null : snippets.remove(snippets.size() - 1);
        if (last == null || last.claim != null) {
            throw new AssertionError("line %d: an answer to what?".formatted(line));
        }
        snippets.add(new Snippet(last.section, last.line, last.script, claim));
    }

    /** What is not as the page says; nothing when all is. */
    List<String> differences(String status, String err, String out) {
        List<String> differences = new ArrayList<>();
        if (!status.equals("0")) {
            differences.add("it ended with " + status);
        }
        if (!err.isEmpty()) {
            differences.add("it complained: " + err);
        }
        if (claim != null) {
            differences.addAll(claim.differences(out));
        }
        return differences;
    }
}

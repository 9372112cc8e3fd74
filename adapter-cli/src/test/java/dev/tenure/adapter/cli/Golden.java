package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Output as it was agreed on: {@code src/test/resources/golden}. Run with {@code -Dgolden.update=true} to agree on a
 * change.
 */
final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void assertMatches(String file, String output) throws IOException {
        String neutral = output.replace("cli:" + System.getProperty("user.name"), "cli:ann");
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, neutral);
        }

        assertThat(golden).exists();
        assertThat(neutral).isEqualTo(Files.readString(golden));
    }
}

package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodegenIT {

    @Test
    void the_committed_table_classes_are_those_of_the_migrations(@TempDir Path target) throws IOException {
        TestServer server = TestDatabase.server();

        Codegen.generate(
                server.url(),
                server.owner().user(),
                String.valueOf(server.owner().password()),
                target);

        assertThat(sources(Path.of("src/generated/java")))
                .as("run: mvn -Pcodegen -DskipTests package -pl adapter-persistence -am")
                .isEqualTo(sources(target));
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // The generator names this lint when it runs on a Java that knows it.
                String source = Files.readString(file).replace(", \"this-escape\"", "");
                sources.put(folder.relativize(file).toString(), source);
            }
        }
        return sources;
    }
}

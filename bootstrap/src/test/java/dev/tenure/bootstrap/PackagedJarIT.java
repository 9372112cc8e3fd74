package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the packaged jar can show: its manifest, its merged files, and that it runs. */
class PackagedJarIT {
    private static final Path JAR = Path.of(System.getProperty("tenure.jar", "target/tenure.jar"));

    @TempDir
    Path folder;

    @Test
    void it_prints_its_version_and_nothing_else() throws Exception {
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();

        var process = new ProcessBuilder(java(), "-jar", JAR.toString(), "--version")
                .redirectOutput(out)
                .redirectError(err)
                .start();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err).isEmpty();
        assertThat(out).content().startsWith("tenure ").doesNotContain("development");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void its_manifest_says_what_the_libraries_need() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.tenure.bootstrap.Main");
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getValue("Enable-Native-Access")).isEqualTo("ALL-UNNAMED");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
        }
    }

    @Test
    void the_service_files_of_all_libraries_are_merged() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assertThat(lines(jar, "META-INF/services/org.flywaydb.core.extensibility.Plugin"))
                    .contains("org.flywaydb.database.postgresql.PostgreSQLDatabaseType")
                    .hasSizeGreaterThan(10)
                    .doesNotHaveDuplicates();
            assertThat(lines(jar, "META-INF/services/java.sql.Driver")).contains("org.postgresql.Driver");
        }
    }

    @Test
    void it_holds_no_signature_no_module_and_no_file_twice() throws IOException {
        var names = new ArrayList<String>();
        try (var jar = new JarFile(JAR.toFile())) {
            jar.stream().map(ZipEntry::getName).forEach(names::add);
        }

        assertThat(names).noneMatch(name -> name.endsWith("module-info.class"));
        assertThat(names).noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|DSA|RSA|EC)"));
        var seen = new HashSet<String>();
        assertThat(names).allMatch(seen::add);
    }

    @Test
    void it_names_the_licences_of_its_libraries() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            var licences = new TreeSet<String>();
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.contains("LICENSE"))
                    .forEach(licences::add);

            assertThat(licences).contains("META-INF/LICENSE");
        }
    }

    private static List<String> lines(JarFile jar, String name) throws IOException {
        var entry = jar.getEntry(name);
        assertThat(entry).as(name).isNotNull();
        try (var in = jar.getInputStream(entry)) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static String java() {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(Files.isExecutable(java)).isTrue();
        return java.toString();
    }
}

package dev.tenure.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The directories of the benchmarks. */
record Workplace(Path repository, Path work) {

    static Workplace in(Path repository) {
        Path root = repository.toAbsolutePath().normalize();
        Workplace place = new Workplace(root, root.resolve("benchmarks/target/work"));
        if (!Files.isExecutable(place.launcher())) {
            throw new BenchmarkException("%s is no checkout of Tenure".formatted(root));
        }
        try {
            place.discard(place.work());
            Files.createDirectories(place.work());
            Files.createDirectories(place.data());
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be made: %s".formatted(place.work(), e.getMessage()), e);
        }
        return place;
    }

    Path launcher() {
        return repository.resolve("tenure");
    }

    Path scripts() {
        return repository.resolve("benchmarks/src/main/lua");
    }

    Path data() {
        return repository.resolve("benchmarks/target/data");
    }

    /** Seeds are valid only for the schema that they were created with. */
    String schema() {
        try (Stream<Path> migrations =
                Files.list(repository.resolve("adapter-persistence/src/main/resources/db/migration"))) {
            List<Path> sorted = migrations.sorted().toList();
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path migration : sorted) {
                digest.update(String.valueOf(migration.getFileName()).getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(migration));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (IOException e) {
            throw new BenchmarkException("the migrations cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void discard(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new BenchmarkException("%s cannot be deleted: %s".formatted(tree, e.getMessage()), e);
        }
    }
}

package dev.tenure.benchmarks.server;

import dev.tenure.benchmarks.BenchmarkException;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** A JDK to measure on. */
public record Jdk(int version, String fullVersion, Path home) {

    private static final int OLDEST = 17;

    public static Jdk at(Path home) {
        return read(home)
                .orElseThrow(() -> new BenchmarkException("%s is no Java %d or newer".formatted(home, OLDEST)));
    }

    /** One of each version, the oldest first, from the places that the launcher searches. */
    public static List<Jdk> found() {
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getenv("JAVA_HOME"))
                .filter(home -> !home.isEmpty())
                .map(Path::of)
                .ifPresent(homes::add);
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            realHome(Path.of(folder, "java")).ifPresent(homes::add);
        }
        homes.addAll(children(Path.of("/usr/lib/jvm")));
        homes.addAll(children(Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java")));
        Map<Integer, Jdk> byVersion = new java.util.TreeMap<>();
        for (Path home : homes) {
            read(home).ifPresent(jdk -> byVersion.putIfAbsent(jdk.version(), jdk));
        }
        if (byVersion.isEmpty()) {
            throw new BenchmarkException("no Java %d or newer was found; name one with --jdk".formatted(OLDEST));
        }
        return List.copyOf(byVersion.values());
    }

    public static Jdk newest(List<Jdk> jdks) {
        return jdks.stream().max(Comparator.comparing(Jdk::version)).orElseThrow();
    }

    private static Optional<Path> realHome(Path java) {
        try {
            return Optional.ofNullable(java.toRealPath().getParent()).map(Path::getParent);
        } catch (IOException noSuchFile) {
            return Optional.empty();
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be read".formatted(folder), e);
        }
    }

    private static Optional<Jdk> read(Path home) {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            return Optional.empty();
        }
        String full = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        int version = Integer.parseInt(full.replaceFirst("^1\\.", "").replaceFirst("[^0-9].*", ""));
        return version < OLDEST ? Optional.empty() : Optional.of(new Jdk(version, full, home));
    }
}

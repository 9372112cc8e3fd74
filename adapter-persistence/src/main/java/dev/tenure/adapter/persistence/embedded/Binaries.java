package dev.tenure.adapter.persistence.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once for each version and user of this machine. */
final class Binaries {

    static final String VERSION = "18.6";
    static final String MAJOR_VERSION = "18";

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");
    private static final String MARKER = "complete";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    static Binaries unpacked(DataDirectory directory, ServerUser user, Consumer<String> progress) throws IOException {
        String archive = archive();
        IOException lastFailure = null;
        for (Path place : places(directory)) {
            try {
                Files.createDirectories(place);
                if (safe(place, user)) {
                    return unpacked(archive, place, progress);
                }
            } catch (IOException e) {
                lastFailure = e;
            }
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL could not be unpacked: %s. Make %s writable, set XDG_CACHE_HOME to a directory that every user may"
                                .formatted(
                                        lastFailure == null
                                                ? "no safe place for it"
                                                : DataDirectory.reason(lastFailure),
                                        places(directory).get(0))
                        + " read, or set TENURE_DATABASE_URL to a PostgreSQL of your own.",
                lastFailure);
    }

    private static String archive() {
        String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
        String name =
                switch (system.toLowerCase(Locale.ROOT)) {
                    case "linux on amd64" -> "postgres-linux-x86_64";
                    case "linux on aarch64" -> "postgres-linux-arm_64";
                    default -> null;
                };
        if (name == null || Binaries.class.getResource("/" + name + ".txz") == null) {
            throw new EmbeddedPostgresException("Tenure brings no PostgreSQL for " + system
                    + ". Set TENURE_DATABASE_URL to a PostgreSQL of your own.");
        }
        return name;
    }

    // The user that the server runs as often can't read root's own cache.
    private static List<Path> places(DataDirectory directory) throws IOException {
        boolean root = ServerUser.current() == 0;
        List<Path> places = new ArrayList<>();
        @Nullable String cache = System.getenv("XDG_CACHE_HOME");
        if (cache != null && cache.startsWith("/")) {
            places.add(Path.of(cache, "tenure"));
        } else if (!root) {
            places.add(
                    Path.of(System.getProperty("user.home"), ".cache", "tenure").toAbsolutePath());
        }
        places.add(root ? Path.of("/var/cache/tenure") : directory.root());
        if (root) {
            places.add(Path.of(System.getProperty("java.io.tmpdir"), "tenure-cache")
                    .toAbsolutePath());
        }
        return places;
    }

    // No other user may write programs there, and the server's user must be able to run them.
    private static boolean safe(Path place, ServerUser user) throws IOException {
        if (DataDirectory.uid(place) != ServerUser.current()) {
            return false;
        }
        if (ServerUser.current() == 0) {
            Files.setPosixFilePermissions(place, EXECUTABLE);
        }
        for (Path step = place.toRealPath(); step != null; step = step.getParent()) {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(step);
            boolean enterable =
                    permissions.contains(PosixFilePermission.OTHERS_EXECUTE) || DataDirectory.uid(step) == user.uid();
            if (!enterable) {
                return false;
            }
        }
        return !Files.getPosixFilePermissions(place).contains(PosixFilePermission.OTHERS_WRITE);
    }

    private static Binaries unpacked(String archive, Path place, Consumer<String> progress) throws IOException {
        String name = "postgresql-%s-%s".formatted(VERSION, archive.replace("postgres-", ""));
        Path home = place.resolve(name);
        if (Files.exists(home.resolve(MARKER))) {
            return new Binaries(home);
        }
        progress.accept("Unpacking PostgreSQL " + VERSION);
        discardLeftovers(place);
        DataDirectory.requireFree(place, 100, "the programs of PostgreSQL");
        Path unfinished = Files.createTempDirectory(place, "unpacking-");
        try {
            unpack(archive, unfinished);
            Files.createFile(unfinished.resolve(MARKER));
            Files.move(unfinished, home, ATOMIC_MOVE);
        } catch (IOException e) {
            DataDirectory.discard(unfinished);
            // Another process may have been faster.
            if (!Files.exists(home.resolve(MARKER))) {
                throw e;
            }
        }
        return new Binaries(home);
    }

    private static void discardLeftovers(Path place) throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        try (Stream<Path> children = Files.list(place)) {
            for (Path child : children.toList()) {
                if (child.getFileName().toString().startsWith("unpacking-")
                        && Files.getLastModifiedTime(child).toInstant().isBefore(longAgo)) {
                    DataDirectory.discard(child);
                }
            }
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        Files.setPosixFilePermissions(target, EXECUTABLE);
        try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive + ".txz");
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName());
                // The archive lists some directories after their content.
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                }
                // Independent of the umask.
                if (!Files.isSymbolicLink(path)) {
                    boolean executable = entry.isDirectory() || (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(path, executable ? EXECUTABLE : READABLE);
                }
            }
        }
    }
}

package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The paths below a data directory. All except {@link #cluster} belong to the owner of the directory. */
final class DataDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    static final FileAttribute<Set<PosixFilePermission>> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /** Creates the directory if it is missing, and refuses one that this process can't use. */
    static DataDirectory of(Path path) throws IOException {
        try {
            Files.createDirectories(path.toAbsolutePath(), PRIVATE_DIRECTORY);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The data directory %s cannot be made: %s. Choose another --data-dir.".formatted(path, reason(e)),
                    e);
        }
        DataDirectory directory = new DataDirectory(path.toRealPath());
        directory.requireUsable();
        return directory;
    }

    private void requireUsable() throws IOException {
        for (Path mine : List.of(root, cluster())) {
            boolean foreign = ServerUser.current() != 0
                    && Files.exists(mine)
                    && uid(mine) != ServerUser.current()
                    && (mine.equals(cluster()) || !Files.isWritable(mine));
            if (foreign) {
                throw new EmbeddedPostgresException(
                        "%s belongs to another user (%s). Run Tenure as that user, or choose another --data-dir."
                                .formatted(mine, Files.getOwner(mine).getName()));
            }
        }
        if (!Files.isWritable(root) || !Files.isExecutable(root)) {
            throw new EmbeddedPostgresException(
                    "The data directory %s is not writable. Change its permissions, or choose another --data-dir."
                            .formatted(root));
        }
    }

    Path root() {
        return root;
    }

    /** PostgreSQL's own directory; it belongs to the user the server runs as. */
    Path cluster() {
        return root.resolve("postgres");
    }

    Path credentials() {
        return root.resolve("credentials");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Creates an empty private file if it is missing. */
    void touch(Path file) throws IOException {
        try {
            Files.createFile(file, PRIVATE_FILE);
            giveToOwner(file);
        } catch (FileAlreadyExistsException ignored) {
            // It exists.
        }
    }

    /** Writes a private file that is complete or absent after a power cut. */
    void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        try (FileChannel channel = FileChannel.open(unfinished, Set.of(CREATE_NEW, WRITE), PRIVATE_FILE)) {
            ByteBuffer bytes = UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        giveToOwner(unfinished);
        Files.move(unfinished, file, ATOMIC_MOVE);
        sync();
    }

    /** Makes renames in this directory survive a power cut. */
    void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(root, READ)) {
            channel.force(true);
        }
    }

    // Root may use the directory of an ordinary user, who must be able to use it later.
    private void giveToOwner(Path file) throws IOException {
        if (uid(file) != uid(root)) {
            chown(file, uid(root), gid(root));
        }
    }

    static int uid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    static int gid(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }

    static void chown(Path path, int uid, int gid) throws IOException {
        Files.setAttribute(path, "unix:gid", gid, NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", uid, NOFOLLOW_LINKS);
    }

    /** Deletes a tree that is not needed; what a dying process still adds to it stays until the next time. */
    static void discard(Path tree) {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{} is not wholly deleted: {}", tree, e.toString());
        }
    }

    static void requireFree(Path place, long megabytes, String what) throws IOException {
        long free = Files.getFileStore(place).getUsableSpace() / 1_000_000;
        if (free < megabytes) {
            throw new EmbeddedPostgresException(
                    "No space for %s in %s: %d MB are free and %d MB are needed. Make room, or choose another place."
                            .formatted(what, place, free, megabytes));
        }
    }

    /** The exception's message, or its class if the message is only the name of a file. */
    static String reason(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName().replaceAll("Exception$", "") + " " + e.getMessage();
    }
}

package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as. PostgreSQL refuses root, so root becomes the owner of the data, or otherwise
 * nobody; if the system does not allow that, root uses a user namespace in which it has another name.
 */
final class ServerUser {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> UNSHARE = List.of("unshare", "--user");

    private final List<String> prefix;
    private final int uid;
    private final int gid;

    private ServerUser(List<String> prefix, int uid, int gid) {
        this.prefix = prefix;
        this.uid = uid;
        this.gid = gid;
    }

    static int current() throws IOException {
        return DataDirectory.uid(Path.of("/proc/self"));
    }

    static ServerUser of(DataDirectory directory) throws IOException, InterruptedException {
        if (current() != ROOT) {
            return new ServerUser(List.of(), current(), current());
        }
        boolean fresh = !Files.exists(directory.cluster());
        Path data = fresh ? directory.root() : directory.cluster();
        boolean owned = DataDirectory.uid(data) != ROOT && (!fresh || hasName(data));
        int uid = owned ? DataDirectory.uid(data) : NOBODY;
        int gid = owned ? DataDirectory.gid(data) : NOBODY;

        List<String> setpriv =
                List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--no-new-privs");
        if (works(setpriv)) {
            return new ServerUser(setpriv, uid, gid);
        }
        // Only when the owner is nobody: an ordinary owner could not use the directory again.
        if (uid == NOBODY && works(UNSHARE)) {
            return new ServerUser(UNSHARE, ROOT, ROOT);
        }
        throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and neither setpriv nor unshare (util-linux)"
                        + " works here to start it as another user. Run Tenure as an ordinary user, or set TENURE_DATABASE_URL"
                        + " to a PostgreSQL of your own.");
    }

    // initdb asks for the name of its user.
    private static boolean hasName(Path path) throws IOException {
        return !Files.getOwner(path).getName().matches("[0-9]+");
    }

    private static boolean works(List<String> prefix) throws InterruptedException {
        try {
            return run(builder(prefix, List.of("true")).directory(new File("/")))
                    .succeeded();
        } catch (IOException notInstalled) {
            return false;
        }
    }

    int uid() {
        return uid;
    }

    /** A command in a directory of this user, without the variables of this process, which may be secrets or PGPORT. */
    ProcessBuilder command(Path directory, List<String> command) {
        return builder(prefix, command).directory(directory.toFile());
    }

    private static ProcessBuilder builder(List<String> prefix, List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole);
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "TZ", "UTC"));
        return builder.redirectErrorStream(true).redirectInput(new File("/dev/null"));
    }

    /**
     * The path of the working directory for the server. The directory may be below one that its user cannot enter, such
     * as /root; this link works nevertheless, because the working directory is set before root is dropped.
     */
    String nameOf(Path workingDirectory) {
        return prefix.isEmpty() ? workingDirectory.toString() : "/proc/self/cwd";
    }

    /** Changes the owner of a tree to this user. */
    void own(Path tree) throws IOException {
        if (prefix.isEmpty() || DataDirectory.uid(tree) == uid) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            // The root of the tree last, so that an interrupted walk is repeated.
            List<Path> all = new ArrayList<>(paths.toList());
            for (int i = all.size() - 1; i >= 0; i--) {
                DataDirectory.chown(all.get(i), uid, gid);
            }
        }
    }

    /** Runs a command and waits for its end. */
    static Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), output.strip());
    }

    record Outcome(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }
}

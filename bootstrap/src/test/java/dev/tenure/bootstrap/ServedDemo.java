package dev.tenure.bootstrap;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a reader has after the quickstart: a server with the tenant {@code demo}, its sample catalog, and a key. */
public final class ServedDemo implements AutoCloseable {

    private static final Pattern KEY = Pattern.compile("tnr_live_\\w+");

    private final TenureProcess process;

    private ServedDemo(TenureProcess process) {
        this.process = process;
    }

    public static ServedDemo start(Path dataDirectory) {
        return new ServedDemo(TenureProcess.start(dataDirectory, "quickstart", "--port", "0"));
    }

    public String url() {
        return process.awaitAddress().toString();
    }

    public String key() {
        return process.await(KEY);
    }

    @Override
    public void close() {
        process.close();
    }
}

package dev.tenure.adapter.cli.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A small catalog to try Tenure with: laptops, tablets, e-bikes, chairs. */
public final class SampleCatalog {

    private SampleCatalog() {}

    /** The CSV, as {@code tenure product import} takes it. */
    public static String csv() {
        try (InputStream in = SampleCatalog.class.getResourceAsStream("sample-catalog.csv")) {
            if (in == null) {
                throw new IllegalStateException("sample-catalog.csv is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

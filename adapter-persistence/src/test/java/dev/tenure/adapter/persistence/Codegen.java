package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersTableType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the table classes that the migrations describe. The profile {@code codegen} runs this file by itself, before
 * anything but the embedded PostgreSQL is compiled.
 */
final class Codegen {

    private static final String PACKAGE = "dev.tenure.adapter.persistence.generated";

    private Codegen() {}

    /** Takes the folder of the migrations and the folder to write to. */
    public static void main(String[] arguments) throws IOException {
        Path scratch = Files.createTempDirectory("tenure-codegen");
        // A server that runs as another user has to get there.
        scratch.toFile().setExecutable(true, false);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(scratch.resolve("data"), step -> {})) {
            String url = postgres.jdbcUrl();
            String user = postgres.owner().user();
            String password = postgres.owner().password();
            Flyway.configure()
                    .dataSource(url, user, password)
                    .locations("filesystem:" + arguments[0])
                    .load()
                    .migrate();
            generate(url, user, password, Path.of(arguments[1]));
        } finally {
            delete(scratch);
        }
    }

    /** Writes the classes of a migrated database. */
    static void generate(String url, String user, String password, Path target) {
        Configuration configuration = new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withUrl(url).withUser(user).withPassword(password))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withExcludes("flyway_schema_history")
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("timestamp.*\\ with\\ time\\ zone")))
                        .withStrategy(new Strategy()
                                .withMatchers(new Matchers().withTables(named("kept_answer", "STORED_RESPONSE"))))
                        .withGenerate(new Generate()
                                .withRecords(false)
                                .withIndexes(false)
                                .withGlobalCatalogReferences(false))
                        .withTarget(new Target().withPackageName(PACKAGE).withDirectory(target.toString())));
        try {
            GenerationTool.generate(configuration);
        } catch (Exception e) {
            throw new IllegalStateException("the table classes could not be generated", e);
        }
    }

    /** A table whose name in the database is an older one, and what it is called in the program. */
    private static MatchersTableType named(String table, String identifier) {
        return new MatchersTableType()
                .withExpression(table)
                .withTableIdentifier(new MatcherRule().withExpression(identifier))
                .withTableClass(new MatcherRule()
                        .withTransform(MatcherTransformType.PASCAL)
                        .withExpression(identifier));
    }

    private static void delete(Path tree) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

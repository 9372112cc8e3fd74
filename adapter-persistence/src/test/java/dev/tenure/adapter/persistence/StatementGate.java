package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.generated.DefaultSchema;
import dev.tenure.adapter.persistence.pipeline.StatementWatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.ExecuteContext;
import org.jooq.Named;
import org.jspecify.annotations.Nullable;

/** Fails what touches a tenant's table without naming the tenant, and what a distributed PostgreSQL does not run. */
final class StatementGate implements StatementWatch {

    private static final Set<String> TENANT_TABLES = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .map(Named::getName)
            .filter(table -> !SchemaLint.OF_THE_INSTALLATION.contains(table))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join|update|into)\\s+\"?(\\w+)\"?");
    private static final Pattern TENANT_CONDITION = Pattern.compile("\"?tenant_id\"?\\s*=\\s*\\?");
    private static final Pattern TENANT_INSERTED = Pattern.compile("\\binsert into \"?\\w+\"? \\([^)]*\"?tenant_id\"?");

    private static final Pattern UPDATE = Pattern.compile("\\bupdate \"?\\w+\"?\\s+set\\b");
    private static final Pattern CAST_OF_COLUMN = Pattern.compile("\\bcast\\(\"given\"\\.");
    private static final Pattern TENANT_SET =
            Pattern.compile("\\bset\\b((?!\\bwhere\\b|\\bfrom\\b).)*(?<!\\.)\"?\\btenant_id\"?\\s*=", Pattern.DOTALL);
    private static final Pattern COALESCED_CAST = Pattern.compile("\\bcoalesce\\([^)]*\\bcast\\(");
    private static final Pattern INSERT_FROM_ARRAYS =
            Pattern.compile("\\binsert into\\b.*\\bunnest\\(", Pattern.DOTALL);
    private static final Pattern TENANT_JOINED =
            Pattern.compile("\\bunnest\\(.*,\\s*\"?tenant\"?\\s+where\\b", Pattern.DOTALL);
    private static final Pattern SESSION_SETTING =
            Pattern.compile("^\\s*(re)?set (?!local\\b)|\\bset_config\\((?![^)]*,\\s*true\\))", Pattern.DOTALL);

    @Override
    public void executeStart(ExecuteContext context) {
        objection(String.valueOf(context.sql())).ifPresent(StatementGate::refuse);
    }

    @Override
    public void sending(String statements, List<? extends @Nullable Object> values) {
        for (String statement : List.of(statements.split(";", -1))) {
            objection(statement).ifPresent(StatementGate::refuse);
        }
    }

    private static void refuse(String objection) {
        throw new AssertionError(objection);
    }

    static Optional<String> objection(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT);
        return withoutTenant(sql).or(() -> undistributable(sql)).map(objection -> objection + ": " + statement);
    }

    private static Optional<String> undistributable(String sql) {
        if (SESSION_SETTING.matcher(sql).find()) {
            return Optional.of("a setting of the session");
        }
        if (UPDATE.matcher(sql).find() && CAST_OF_COLUMN.matcher(sql).find()) {
            return Optional.of("an update that casts a column and not the parameter");
        }
        if (TENANT_SET.matcher(sql).find()) {
            return Optional.of("an update that sets the tenant");
        }
        if (COALESCED_CAST.matcher(sql).find()) {
            return Optional.of("a cast inside coalesce");
        }
        return INSERT_FROM_ARRAYS.matcher(sql).find()
                        && !TENANT_JOINED.matcher(sql).find()
                ? Optional.of("an insert from arrays that does not join the tenant")
                : Optional.empty();
    }

    private static Optional<String> withoutTenant(String sql) {
        long tables = TABLE.matcher(sql)
                .results()
                .filter(found -> TENANT_TABLES.contains(found.group(1)))
                .count();
        if (tables == 0) {
            return Optional.empty();
        }
        Matcher conditions = TENANT_CONDITION.matcher(sql);
        long named = conditions.results().count()
                + TENANT_INSERTED.matcher(sql).results().count();
        return named >= tables
                ? Optional.empty()
                : Optional.of("%d tables of a tenant, but tenant_id given %d times".formatted(tables, named));
    }
}

package dev.tenure.benchmarks;

import dev.tenure.benchmarks.Api.Tenant;
import dev.tenure.benchmarks.server.Database;
import java.util.List;
import java.util.stream.IntStream;

/** Copies a tenant with its catalog and key, in the database, because the command line takes minutes for fifty. */
final class ManyTenants {

    private static final List<String> TABLES = List.of("product", "variant", "custom_field");

    private final Database database;
    private final Tenant like;

    ManyTenants(Database database, Tenant like) {
        this.database = database;
        this.like = like;
    }

    /** A line for each tenant, for the scripts. */
    List<String> make(int tenants) {
        String[] key = like.key().split("_", -1);
        copy("tenant", "tenant_id = '%s'".formatted(like.id()), "'tenant_id', tenant_id || '-' || i", tenants);
        TABLES.forEach(table ->
                copy(table, "tenant_id = '%s'".formatted(like.id()), "'tenant_id', tenant_id || '-' || i", tenants));
        copy(
                "api_key",
                "key_id = '%s'".formatted(key[2]),
                "'tenant_id', tenant_id || '-' || i, 'key_id', key_id || 't' || i",
                tenants);
        return IntStream.rangeClosed(1, tenants)
                .mapToObj(i -> "%s-%d\ttnr_live_%st%d_%s".formatted(like.id(), i, key[2], i, key[3]))
                .toList();
    }

    private void copy(String table, String where, String changes, int copies) {
        database.execute("""
                insert into %1$s
                select (jsonb_populate_record(%1$s, jsonb_build_object(%2$s))).*
                from %1$s, generate_series(1, %3$d) as i
                where %4$s""".formatted(table, changes, copies, where));
    }
}

package dev.tenure.adapter.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads from the catalog what the schema does that it must not. */
final class SchemaLint {

    /** The tables that belong to no tenant. */
    static final Set<String> OF_THE_INSTALLATION =
            Set.of("tenant", "api_key", "installation_secret", "flyway_schema_history");

    private static final String TENANT_TABLE = """
            select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
                (select attnum from pg_attribute a where a.attrelid = c.oid and attname = 'tenant_id' and attnotnull) as tenant
            from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                and c.relname not in ('tenant', 'api_key', 'installation_secret', 'flyway_schema_history')""";

    private static final String HERE = "relnamespace = 'public'::regnamespace";

    private static final Map<String, String> RULES = rules();

    private SchemaLint() {}

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("has no tenant_id that is not null", "select name from t where tenant is null");
        rules.put("has no primary key that begins with tenant_id", """
                select name from t where not exists (
                    select from pg_constraint where conrelid = t.oid and contype = 'p' and conkey[1] = tenant)""");
        rules.put("is an index that does not begin with tenant_id", """
                select i.indexrelid::regclass::text from t join pg_index i on i.indrelid = t.oid
                where i.indkey[0] is distinct from tenant""");
        rules.put("is a foreign key that does not begin with tenant_id on both sides", """
                select conname from t join pg_constraint on conrelid = t.oid and contype = 'f'
                where conkey[1] is distinct from tenant
                    or confkey[1] is distinct from (
                        select attnum from pg_attribute where attrelid = confrelid and attname = 'tenant_id')""");
        rules.put("has no row-level security enabled and forced", """
                select name from t where not (relrowsecurity and relforcerowsecurity)""");
        rules.put("has no policy, or another one, than that of the tenant for everything", """
                select name from t where (
                    select count(*) filter (where polname = 'tenant_isolation' and polcmd = '*' and polroles = '{0}'
                            and pg_get_expr(polqual, polrelid) like '%tenant_id = current_setting(''tenure.tenant_id''%'
                            and pg_get_expr(polwithcheck, polrelid) = pg_get_expr(polqual, polrelid))
                        <> 1 or count(*) <> 1
                    from pg_policy where polrelid = t.oid)""");
        rules.put("is a trigger", """
                select tgname from pg_trigger join pg_class c on c.oid = tgrelid
                where not tgisinternal and\s""" + HERE);
        rules.put("is a view", "select relname from pg_class where relkind in ('v', 'm') and " + HERE);
        rules.put("is a sequence", "select relname from pg_class where relkind = 'S' and " + HERE);
        rules.put("is a function with the rights of its owner", """
                select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace""");
        rules.put("is a deferrable or an exclusion constraint", """
                select conname from pg_constraint
                where connamespace = 'public'::regnamespace and (condeferrable or contype = 'x')""");
        rules.put("is an index of several columns that is no B-tree", """
                select indexrelid::regclass::text from pg_index join pg_class c on c.oid = indexrelid
                join pg_am on pg_am.oid = c.relam
                where amname <> 'btree' and indnkeyatts > 1 and\s""" + HERE);
        rules.put("is an index that row-level security bars from comparisons, which are not leakproof", """
                select distinct i.indexrelid::regclass::text
                from t join pg_index i on i.indrelid = t.oid
                cross join unnest(i.indclass) as opclass
                join pg_opclass c on c.oid = opclass
                join pg_amop o on amopfamily = opcfamily and amoplefttype = opcintype and amoprighttype = opcintype
                join pg_operator on pg_operator.oid = amopopr
                join pg_proc on pg_proc.oid = oprcode
                where not proleakproof""");
        rules.put("is an id that does not compare byte by byte", """
                select name || '.' || attname from t join pg_attribute on attrelid = t.oid and attnum > 0
                where attname like '%\\_id' and attname not in ('request_id', 'billing_group_id')
                    and (atttypid <> 'text'::regtype or attcollation <> '"C"'::regcollation)""");
        rules.put("is of a type that is inexact or without a time zone", """
                select relname || '.' || attname from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0
                where relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                    and atttypid in ('real'::regtype, 'float8'::regtype, 'money'::regtype, 'timestamp'::regtype)
                    and\s""" + HERE);
        rules.put("is an amount that is not numeric(18,4)", """
                select name || '.' || attname from t join pg_attribute on attrelid = t.oid and attnum > 0
                where attname ~ '(total|amount|price|cost|value)$'
                    and format_type(atttypid, atttypmod) <> 'numeric(18,4)'""");
        rules.put("may be changed by the application, but is only appended to", """
                select name from t where name in ('event', 'order_event')
                    and has_table_privilege('tenure_app', oid, 'update, delete, truncate')
                union all
                select name || '.' || attname from t join pg_attribute on attrelid = t.oid and attnum > 0
                where name in ('event', 'order_event') and attname <> 'personal'
                    and not has_table_privilege('tenure_app', oid, 'update')
                    and has_column_privilege('tenure_app', t.oid, attnum, 'update')""");
        rules.put("may be more than read and written by the application", """
                select relname from pg_class where relkind in ('r', 'p')
                    and has_table_privilege('tenure_app', oid, 'truncate, references, trigger') and\s""" + HERE);
        rules.put("is owned by the application", """
                select relname from pg_class where pg_get_userbyid(relowner) = 'tenure_app'""");
        return rules;
    }

    /** What is broken, a sentence each. */
    static List<String> violations(Connection connection) throws SQLException {
        List<String> violations = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> rule : RULES.entrySet()) {
                try (ResultSet rows = statement.executeQuery("with t as (" + TENANT_TABLE + ") " + rule.getValue())) {
                    while (rows.next()) {
                        violations.add(rows.getString(1) + " " + rule.getKey());
                    }
                }
            }
        }
        return violations;
    }
}

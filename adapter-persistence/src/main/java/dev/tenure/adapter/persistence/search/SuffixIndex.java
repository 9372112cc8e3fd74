package dev.tenure.adapter.persistence.search;

import static dev.tenure.adapter.persistence.generated.Tables.SEARCH_SUFFIX;
import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.Folding;
import dev.tenure.application.shared.SearchText;
import dev.tenure.application.shared.SearchWords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The index by which a part of a name finds the customers and variants with that name. */
public final class SuffixIndex {

    public static final String CUSTOMER = "customer";
    public static final String SKU = "sku";

    /** Longer suffixes are cut there; the rest of a longer word is checked on the row that is found. */
    private static final int LONGEST = 40;

    private static final int SHORTEST = 3;
    private static final String ALL_THERE = "\u0001";
    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private static final PreparedQuery WRITTEN = PreparedQuery.of(() -> written());
    private static final PreparedQuery UNKNOWN = PreparedQuery.of(() -> unknown());

    private final JooqTransactions transactions;

    public SuffixIndex(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** A customer or variant, with its names in one place. */
    public record Named(String subject, String id, List<String> names) {

        public Named {
            names = List.copyOf(names);
        }

        // A digest of the folded names, so that other spellings of the same names count once.
        /** The row that marks that the suffixes of these names are stored. */
        public String allThere() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (String name : names) {
                    digest.update(Folding.fold(name).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                return ALL_THERE
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(digest.digest())
                                .substring(0, 22);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The rows that begin with the word, or for a short one the words that begin with it. */
    public static Condition of(String word) {
        String first = SearchWords.isShort(word) ? SearchText.startOfWord(word) : cut(word);
        return startsWith(SEARCH_SUFFIX.SUFFIX, first);
    }

    /** The prefix as a range, which an index serves under row-level security. */
    public static Condition startsWith(Field<String> column, String beginning) {
        return column.ge(beginning).and(column.lt(beginning + AFTER_ALL));
    }

    /** Those that are not yet indexed by these names. */
    public List<Named> unknown(List<Named> named) {
        List<Named> toAsk =
                named.stream().filter(one -> !transactions.isNoted(fact(one))).toList();
        if (toAsk.isEmpty()) {
            return List.of();
        }
        Set<Named> unknown = transactions
                .query(
                        UNKNOWN,
                        rows -> rows.stream()
                                .map(row -> row.get(0, Integer.class))
                                .toList(),
                        IntStream.range(0, toAsk.size()).boxed().toArray(Integer[]::new),
                        toAsk.stream().map(Named::allThere).toArray(String[]::new),
                        toAsk.stream().map(Named::subject).toArray(String[]::new),
                        toAsk.stream().map(Named::id).toArray(String[]::new),
                        transactions.tenant())
                .get()
                .stream()
                .map(toAsk::get)
                .collect(toSet());
        toAsk.stream().filter(one -> !unknown.contains(one)).forEach(this::noteKnown);
        return List.copyOf(unknown);
    }

    /** Caches that this is indexed by these names: the rows are never removed. */
    public void noteKnown(Named named) {
        transactions.note(fact(named));
    }

    private Object fact(Named named) {
        return List.of(transactions.tenant(), named.subject(), named.id(), named.allThere());
    }

    /** The positions of those that are not yet indexed. */
    private static Select<Record1<Integer>> unknown() {
        Field<String[]> none = texts(List.of());
        Table<?> given = table(
                        "unnest({0}, {1}, {2}, {3})",
                        val(new Integer[0], SQLDataType.INTEGER.getArrayDataType()), none, none, none)
                .as("given", "place", "all_there", "subject", "subject_id");
        return select(field(name("given", "place"), Integer.class))
                .from(given)
                // A value and not an exists: that could become a join, which reads the whole table.
                .where(field(select(inline(true))
                                .from(SEARCH_SUFFIX)
                                .where(SEARCH_SUFFIX.TENANT_ID.eq(""))
                                .and(SEARCH_SUFFIX.SUFFIX.eq(field(name("given", "all_there"), String.class)))
                                .and(SEARCH_SUFFIX.SUBJECT.eq(field(name("given", "subject"), String.class)))
                                .and(SEARCH_SUFFIX.SUBJECT_ID.eq(field(name("given", "subject_id"), String.class))))
                        .isNull());
    }

    /** Indexes these by their names. */
    public void write(Collection<Named> named) {
        if (named.isEmpty()) {
            return;
        }
        Set<Row> rows = new LinkedHashSet<>();
        for (Named one : named) {
            rows.add(new Row(one.allThere(), one.subject(), one.id()));
            suffixes(one.names()).forEach(suffix -> rows.add(new Row(suffix, one.subject(), one.id())));
        }
        // In one order, so that two transactions that write the same rows do not deadlock.
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(
                Comparator.comparing(Row::suffix).thenComparing(Row::subject).thenComparing(Row::id));
        transactions.write(
                WRITTEN,
                sorted.stream().map(Row::suffix).toArray(String[]::new),
                sorted.stream().map(Row::subject).toArray(String[]::new),
                sorted.stream().map(Row::id).toArray(String[]::new),
                transactions.tenant());
        named.forEach(this::noteKnown);
    }

    private static Query written() {
        Field<String[]> none = texts(List.of());
        Table<?> given =
                table("unnest({0}, {1}, {2})", none, none, none).as("given", "suffix", "subject", "subject_id");
        return insertInto(SEARCH_SUFFIX)
                .columns(SEARCH_SUFFIX.TENANT_ID, SEARCH_SUFFIX.SUFFIX, SEARCH_SUFFIX.SUBJECT, SEARCH_SUFFIX.SUBJECT_ID)
                .select(select(
                                TENANT.TENANT_ID,
                                field(name("given", "suffix"), String.class),
                                field(name("given", "subject"), String.class),
                                field(name("given", "subject_id"), String.class))
                        .from(given, TENANT)
                        .where(TENANT.TENANT_ID.eq("")))
                .onConflictDoNothing();
    }

    /** Every suffix of three letters or more, and the first letters of each word. */
    static Set<String> suffixes(List<String> names) {
        Set<String> suffixes = new LinkedHashSet<>();
        for (String name : names) {
            for (String token : Folding.tokens(name)) {
                for (int i = 0; i < token.length(); i = token.offsetByCodePoints(i, 1)) {
                    String tail = token.substring(i);
                    int letters = tail.codePointCount(0, tail.length());
                    if (letters >= SHORTEST) {
                        suffixes.add(cut(tail));
                    }
                    if (Folding.startsWord(token, i)) {
                        suffixes.add(SearchText.startOfWord(
                                tail.substring(0, tail.offsetByCodePoints(0, Math.min(letters, SHORTEST - 1)))));
                    }
                }
            }
        }
        return suffixes;
    }

    private static String cut(String tail) {
        return tail.codePointCount(0, tail.length()) <= LONGEST
                ? tail
                : tail.substring(0, tail.offsetByCodePoints(0, LONGEST));
    }

    private static Field<String[]> texts(List<String> values) {
        return val(values.toArray(String[]::new), SQLDataType.CLOB.getArrayDataType());
    }

    private record Row(String suffix, String subject, String id) {}
}

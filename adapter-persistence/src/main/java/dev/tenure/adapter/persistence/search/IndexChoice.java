package dev.tenure.adapter.persistence.search;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.splitPart;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.SearchText;
import dev.tenure.application.shared.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the index for a list. Each filter is a source of ids that an index serves. The sources are counted, each up
 * to a limit. The smallest one gives the rows, which are then checked and sorted. If none is small, all filters match
 * many rows, and the list is read in its sort order until a page is full. No estimate of the planner decides this.
 */
public final class IndexChoice {

    /** A source of more ids is not worth reading: a page of a million rows reads about as many. */
    public static final int MOST = 5000;

    private final JooqTransactions transactions;
    private final int most;

    /** @param most the most ids of a source that is read; {@link #MOST} except in tests */
    public IndexChoice(JooqTransactions transactions, int most) {
        this.transactions = transactions;
        this.most = most;
    }

    /** Ids out of one index, at most so many. */
    public interface Source {

        Select<Record1<String>> ids(int limit);

        static Source of(SelectLimitStep<Record1<String>> query) {
            return limit ->
                    select(field("id", String.class)).from(query.limit(limit).asTable("one", "id"));
        }

        /** The union of these sources. */
        static Source anyOf(List<Source> sources) {
            return limit -> {
                Select<Record1<String>> all = sources.get(0).ids(limit);
                for (Source source : sources.subList(1, sources.size())) {
                    all = all.unionAll(source.ids(limit));
                }
                return select(field("id", String.class))
                        .from(all.asTable("any", "id"))
                        .limit(limit);
            };
        }
    }

    /** The smallest of these sources; empty if all have too many ids. */
    public Optional<Source> smallest(List<Source> sources) {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        List<Field<Integer>> counts = IntStream.range(0, sources.size())
                .mapToObj(i ->
                        field(selectCount().from(sources.get(i).ids(most + 1).asTable("counted"))))
                .toList();
        Record found = transactions.sql().select(counts).fetchSingle();
        return IntStream.range(0, sources.size())
                .filter(i -> count(found, i) <= most)
                .boxed()
                .min((left, right) -> Integer.compare(count(found, left), count(found, right)))
                .map(sources::get);
    }

    private static int count(Record counts, int place) {
        return counts.get(place, Integer.class);
    }

    /** Only ids of this source; as an array, so that they are looked up one by one. */
    public Condition in(Field<String> id, Source source) {
        // More than were counted: other transactions may have written some since.
        return id.eq(any(array(source.ids(2 * most))));
    }

    /**
     * Whether a {@linkplain SearchText search text} matches every word.
     *
     * @param idPrefix of the ids within the texts; null if there are none
     */
    public static Condition matches(Field<String> searchText, SearchWords search, @Nullable String idPrefix) {
        Condition all = noCondition();
        for (String word : search.words()) {
            all = all.and(matches(searchText, word, idPrefix));
        }
        return all;
    }

    private static Condition matches(Field<String> searchText, String word, @Nullable String idPrefix) {
        if (SearchWords.isShort(word)) {
            return contains(searchText, SearchText.startOfWord(word));
        }
        List<Condition> ways = new ArrayList<>();
        ways.add(contains(splitPart(searchText, SearchText.endOfNames(), 1), word));
        String piece = idPrefix == null ? null : SearchText.pieceOfId(word, idPrefix);
        if (piece != null) {
            ways.add(contains(searchText, SearchText.startOfId(piece)));
            ways.add(contains(searchText, SearchText.endOfId(piece)));
        }
        return or(ways);
    }

    // Not like: a word may have a percent sign.
    private static Condition contains(Field<String> text, String piece) {
        return position(text, piece).gt(0);
    }
}

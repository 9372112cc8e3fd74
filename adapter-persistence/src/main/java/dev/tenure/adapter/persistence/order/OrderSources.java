package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_FACET;
import static dev.tenure.adapter.persistence.generated.Tables.SEARCH_SUFFIX;
import static dev.tenure.adapter.persistence.generated.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import dev.tenure.adapter.persistence.search.IndexChoice;
import dev.tenure.adapter.persistence.search.IndexChoice.Source;
import dev.tenure.adapter.persistence.search.SuffixIndex;
import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.out.OrderFinding;
import dev.tenure.application.shared.SearchText;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.order.OrderType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The parts of a filter of orders: the condition of each, and the index that finds the orders which meet it. */
final class OrderSources {

    private static final Set<Sort> AS_PLACED = Set.of(Sort.CREATED_AT);

    private final JooqTransactions transactions;
    private final OrderFilter filter;
    private final int mostSubjects;

    /**
     * @param most the highest number of ids to read one by one; a word that matches more than a fifth as many customers
     *     and variants is common
     */
    OrderSources(JooqTransactions transactions, OrderFilter filter, int most) {
        this.transactions = transactions;
        this.filter = filter;
        this.mostSubjects = most / 5;
    }

    /**
     * A part of the filter.
     *
     * @param condition on the order's own row
     * @param source the orders that match; null if no index finds them, because nearly all match
     * @param facet the facet that lists them in the order of their placing, if there is one
     * @param inOrder the sorts for which an index lists them in order, in either direction
     */
    record Part(
            Condition condition,
            @Nullable Source source,
            @Nullable Condition facet,
            Set<Sort> inOrder) {}

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        if (!filter.statuses().isEmpty()) {
            List<Field<String>> words = filter.statuses().stream()
                    .<Field<String>>map(status -> inline(Words.word(status)))
                    .toList();
            parts.add(
                    words.size() == 1
                            ? ofOrders(ORDERS.STATUS.eq(words.get(0)), EnumSet.allOf(Sort.class))
                            : ofOrders(ORDERS.STATUS.in(words), Set.of()));
        }
        if (filter.customerId() != null) {
            parts.add(ofOrders(ORDERS.CUSTOMER_ID.eq(filter.customerId()), AS_PLACED));
        }
        if (filter.customerType() != null) {
            parts.add(ofOrders(ORDERS.CUSTOMER_TYPE.eq(inline(Words.word(filter.customerType()))), AS_PLACED));
        }
        if (filter.orderType() == OrderType.STANDARD) {
            parts.add(new Part(ORDERS.ORDER_TYPE.eq(inline(Words.word(OrderType.STANDARD))), null, null, AS_PLACED));
        } else if (filter.orderType() != null) {
            // The index excludes standard orders; only with this condition does the planner use it.
            parts.add(ofOrders(
                    ORDERS.ORDER_TYPE
                            .eq(inline(Words.word(filter.orderType())))
                            .and(ORDERS.ORDER_TYPE.ne(inline(Words.word(OrderType.STANDARD)))),
                    AS_PLACED));
        }
        if (filter.sku() != null) {
            parts.add(ofFacet(OrderIndex.SKU, filter.sku()));
        }
        filter.customFields().forEach((id, term) -> parts.add(ofFacet(OrderIndex.ofField(id), term)));
        if (filter.serialNumber() != null) {
            parts.add(ofSerialNumber(filter.serialNumber()));
        }
        return parts;
    }

    /**
     * The limits of the time of placing. On a later page of a list in that order, the cursor replaces the limit at the
     * end where the list starts: with both, the server would scan from that limit for every page.
     */
    Condition placed(Field<Instant> at, OrderQuery query, @Nullable Position after) {
        boolean goesOn = after != null && query.sort() == Sort.CREATED_AT;
        return and(
                goesOn && query.direction() == SortDirection.ASC ? noCondition() : notBefore(at),
                goesOn && query.direction() == SortDirection.DESC ? noCondition() : before(at));
    }

    private Condition placed(Field<Instant> at) {
        return and(notBefore(at), before(at));
    }

    private Condition notBefore(Field<Instant> at) {
        return filter.createdFrom() == null ? noCondition() : at.ge(filter.createdFrom());
    }

    private Condition before(Field<Instant> at) {
        return filter.createdTo() == null ? noCondition() : at.lt(filter.createdTo());
    }

    boolean hasTimes() {
        return filter.createdFrom() != null || filter.createdTo() != null;
    }

    Part ofTimes() {
        return ofOrders(placed(ORDERS.CREATED_AT), AS_PLACED);
    }

    /** A part for each word of the search; the subjects of all words are read in one round trip. */
    List<Part> ofSearch() {
        if (filter.search() == null) {
            return List.of();
        }
        SearchWords search = SearchWords.of(filter.search());
        List<Subjects> subjects = subjects(search.words());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < search.words().size(); i++) {
            String word = search.words().get(i);
            Condition condition =
                    IndexChoice.matches(ORDERS.SEARCH_TEXT, new SearchWords(List.of(word)), OrderFinding.ID_PREFIX);
            Subjects found = subjects.get(i);
            parts.add(new Part(condition, found.count() > mostSubjects ? null : ofWord(word, found), null, Set.of()));
        }
        return parts;
    }

    private Part ofOrders(Condition condition, Set<Sort> inOrder) {
        return new Part(condition, orders(condition), null, inOrder);
    }

    private Source orders(Condition condition) {
        return Source.of(select(ORDERS.ORDER_ID)
                .from(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(condition));
    }

    private Part ofFacet(String facet, String term) {
        Condition is = ORDER_FACET.FACET.eq(facet).and(ORDER_FACET.TERM.eq(term));
        // A scalar subquery, because EXISTS could become a join that reads a common facet completely.
        Condition has = condition(field(select(inline(true))
                .from(ORDER_FACET)
                .where(ORDER_FACET.TENANT_ID.eq(transactions.tenant()))
                .and(is)
                .and(ORDER_FACET.CREATED_AT.eq(ORDERS.CREATED_AT))
                .and(ORDER_FACET.ORDER_ID.eq(ORDERS.ORDER_ID))));
        return new Part(has, facets(is), is, AS_PLACED);
    }

    private Source facets(Condition condition) {
        return Source.of(select(ORDER_FACET.ORDER_ID)
                .from(ORDER_FACET)
                .where(ORDER_FACET.TENANT_ID.eq(transactions.tenant()))
                .and(condition));
    }

    private Part ofSerialNumber(String serialNumber) {
        Condition is =
                SUBSCRIPTION.TENANT_ID.eq(transactions.tenant()).and(SUBSCRIPTION.SERIAL_NUMBER.eq(serialNumber));
        Condition has = condition(field(select(inline(true))
                .from(SUBSCRIPTION)
                .where(is)
                .and(SUBSCRIPTION.ORDER_ID.eq(ORDERS.ORDER_ID))
                .limit(inline(1))));
        return new Part(
                has, Source.of(select(SUBSCRIPTION.ORDER_ID).from(SUBSCRIPTION).where(is)), null, Set.of());
    }

    private Source ofWord(String word, Subjects subjects) {
        List<Source> sources = new ArrayList<>();
        if (!subjects.customers().isEmpty()) {
            sources.add(orders(ORDERS.CUSTOMER_ID.eq(any(subjects.customers().toArray(String[]::new)))));
        }
        if (!subjects.skus().isEmpty()) {
            sources.add(facets(ORDER_FACET
                    .FACET
                    .eq(OrderIndex.SKU)
                    .and(ORDER_FACET.TERM.eq(any(subjects.skus().toArray(String[]::new))))));
        }
        String piece = SearchWords.isShort(word) ? null : SearchText.pieceOfId(word, OrderFinding.ID_PREFIX);
        if (piece != null) {
            sources.add(orders(SuffixIndex.startsWith(ORDERS.ORDER_ID, OrderFinding.ID_PREFIX + piece)));
            sources.add(
                    facets(ORDER_FACET.FACET.eq(OrderIndex.ID).and(SuffixIndex.startsWith(ORDER_FACET.TERM, piece))));
            sources.add(facets(ORDER_FACET
                    .FACET
                    .eq(OrderIndex.ID_END)
                    .and(SuffixIndex.startsWith(ORDER_FACET.TERM, OrderIndex.backwards(piece)))));
        }
        return sources.isEmpty() ? orders(ORDERS.ORDER_ID.eq("")) : Source.anyOf(sources);
    }

    private List<Subjects> subjects(List<String> words) {
        Select<Record3<Integer, String, String>> all = null;
        for (int i = 0; i < words.size(); i++) {
            Table<?> found = select(SEARCH_SUFFIX.SUBJECT, SEARCH_SUFFIX.SUBJECT_ID)
                    .from(SEARCH_SUFFIX)
                    .where(SEARCH_SUFFIX.TENANT_ID.eq(transactions.tenant()))
                    .and(SuffixIndex.of(words.get(i)))
                    .limit(mostSubjects + 1)
                    .asTable("found", "subject", "subject_id");
            Select<Record3<Integer, String, String>> ofWord = select(
                            inline(i), field("subject", String.class), field("subject_id", String.class))
                    .from(found);
            all = all == null ? ofWord : all.unionAll(ofWord);
        }
        Map<Integer, Subjects> byWord = new HashMap<>();
        Stream.ofNullable(all)
                .flatMap(query -> transactions.sql().fetch(query).stream())
                .forEach(row -> byWord.computeIfAbsent(row.value1(), unused -> new Subjects())
                        .add(row.value2(), row.value3()));
        List<Subjects> subjects = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            subjects.add(byWord.getOrDefault(i, new Subjects()));
        }
        return subjects;
    }

    private static final class Subjects {

        private final List<String> customers = new ArrayList<>();
        private final List<String> skus = new ArrayList<>();

        void add(String subject, String id) {
            (subject.equals(SuffixIndex.CUSTOMER) ? customers : skus).add(id);
        }

        List<String> customers() {
            return customers.stream().distinct().toList();
        }

        List<String> skus() {
            return skus.stream().distinct().toList();
        }

        int count() {
            return customers.size() + skus.size();
        }
    }
}

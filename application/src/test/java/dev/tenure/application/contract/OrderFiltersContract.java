package dev.tenure.application.contract;

import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.line;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderFilters;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Folding;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.application.subscription.out.SubscriptionRepository;
import dev.tenure.domain.catalog.CatalogFixtures;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.Fulfilment;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.SubscriptionFixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Orders are found by what is asked for, all of them and no others, in any order and by pages of any size. */
public interface OrderFiltersContract extends StoreContract {

    CustomerRepository customers();

    OrderRepository orders();

    OrderQueries queries();

    AssetRepository assets();

    SubscriptionRepository subscriptions();

    @Test
    default void a_search_finds_parts_of_names_and_of_the_id_whatever_their_case_and_accents() {
        TenantId tenant = aTenant();
        Order jose = anOrder()
                .of(tenant)
                .withId("ord_01jd8k3m9xq2")
                .by(buyer(tenant, "cust_1", "José", "Müller-O’Brien", "Straße & Łódź GmbH", "J.Muller@Post.example"))
                .with(item(CatalogFixtures.MACBOOK))
                .pending();
        Order wei = anOrder()
                .of(tenant)
                .withId("SO-2024-0815")
                .by(buyer(tenant, "cust_2", "伟", "王", null, "wang@east.example"))
                .with(item(CatalogFixtures.IPAD))
                .pending();
        within(tenant, () -> {
            orders().insert(jose);
            orders().insert(wei);
        });

        for (String search : List.of(
                "jose",
                "JOSÉ",
                "ose",
                "mul",
                "MÜLLER",
                "o'brien",
                "O’Bri",
                "j",
                "o",
                "STRASSE",
                "lodz",
                "ŁÓD",
                "gm",
                "j.muller@post.example",
                "@post",
                "ord_01jd8k3m9xq2",
                "ord_01jd8",
                "01JD8K",
                "9xq2",
                "xq2",
                "macbook",
                "ACBO",
                "jose macbook 9xq2",
                "  muller,  (jose) ",
                "& jose",
                "pro 16")) {
            assertThat(found(tenant, filter().search(search).build()))
                    .as(search)
                    .containsExactly("ord_01jd8k3m9xq2");
        }
        for (String search : List.of(
                "伟", "王", "wang", "so-2024", "SO-2024-0815", "2024-08", "0815", "815", "ipad air", "wa", "ea")) {
            assertThat(found(tenant, filter().search(search).build()))
                    .as(search)
                    .containsExactly("SO-2024-0815");
        }
        assertThat(found(tenant, filter().search("os").build())).isEmpty();
        assertThat(found(tenant, filter().search("jd8k3m").build())).isEmpty();
        assertThat(found(tenant, filter().search("jose ipad").build())).isEmpty();
        assertThat(found(tenant, filter().search("ord").build())).isEmpty();
        assertThat(found(tenant, filter().search("mu_ler").build())).isEmpty();
        assertThat(found(tenant, filter().search("jo%e").build())).isEmpty();
        assertThat(found(tenant, filter().search("example").build())).hasSize(2);
        assertThat(found(tenant, filter().search("product").build())).hasSize(2);
    }

    @Test
    default void an_order_is_found_by_what_it_says_and_not_by_what_its_customer_is_called_elsewhere() {
        TenantId tenant = aTenant();
        Buyer usual = buyer(tenant, "cust_1", "Sarah", "Johnson", null, "sarah@one.example");
        Buyer other = new Buyer(
                usual.customerId(),
                new CustomerProfile(usual.profile().email(), "Sally", "Johnstone", null, null, CustomerType.INDIVIDUAL),
                billingAddress(),
                null,
                null,
                null);
        within(tenant, () -> {
            orders().insert(anOrder().of(tenant).withId("ord_1").by(usual).pending());
            orders().insert(anOrder().of(tenant).withId("ord_2").by(other).pending());
        });

        assertThat(found(tenant, filter().search("sarah johnson").build())).containsExactly("ord_1");
        assertThat(found(tenant, filter().search("johnstone").build())).containsExactly("ord_2");
        assertThat(found(tenant, filter().search("sally").build())).containsExactly("ord_2");
        assertThat(found(tenant, filter().search("johns").build())).hasSize(2);
    }

    @Test
    default void an_edited_order_is_found_by_what_it_says_now() {
        TenantId tenant = aTenant();
        Buyer sarah = buyer(tenant, "cust_1", "Sarah", "Johnson", null, "sarah@one.example");
        Buyer peter = buyer(tenant, "cust_2", "Peter", "Smit", null, "peter@two.example");
        Order placed = anOrder()
                .of(tenant)
                .withId("ord_1")
                .by(sarah)
                .with(item(CatalogFixtures.MACBOOK))
                .withCustomFields(CustomFields.of(Map.of("costCenter", "IT-1", "seats", 5, "list", List.of(1))))
                .pending();
        within(tenant, () -> orders().insert(placed));

        within(tenant, () -> {
            Order order = orders().find(new OrderId("ord_1")).orElseThrow();
            orders().update(order.editCustomer(peter.customerId(), peter.profile(), stamp(1))
                    .editItems(List.of(line(CatalogFixtures.IPAD, 1)), catalogPrices(), stamp(2))
                    .replaceCustomFields(
                            CustomFields.of(Map.of("costCenter", "IT-2", "seats", new BigDecimal("5.00"))), stamp(3)));
        });

        assertThat(found(tenant, filter().search("sarah").build())).isEmpty();
        assertThat(found(tenant, filter().search("macbook").build())).isEmpty();
        assertThat(found(tenant, filter().with(CatalogFixtures.MACBOOK).build()))
                .isEmpty();
        assertThat(found(tenant, filter().where(Map.of("costCenter", "it-1")).build()))
                .isEmpty();
        assertThat(found(tenant, filter().search("peter ipad").build())).containsExactly("ord_1");
        assertThat(found(tenant, filter().with(CatalogFixtures.IPAD).build())).containsExactly("ord_1");
        assertThat(found(
                        tenant,
                        filter().where(Map.of("costCenter", "it-2", "seats", "5"))
                                .build()))
                .containsExactly("ord_1");
    }

    @Test
    default void tenants_do_not_find_each_others_orders() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        within(other, () -> orders().insert(anOrder()
                .of(other)
                .by(buyer(other, "cust_1", "Sarah", "Johnson", null, "sarah@one.example"))
                .withCustomFields(CustomFields.of(Map.of("costCenter", "IT-1")))
                .pending()));

        assertThat(found(tenant, filter().search("sarah").build())).isEmpty();
        assertThat(found(tenant, filter().with(CatalogFixtures.MACBOOK).build()))
                .isEmpty();
        assertThat(found(tenant, filter().where(Map.of("costCenter", "it-1")).build()))
                .isEmpty();
        assertThat(found(other, filter().search("sarah").build())).hasSize(1);
    }

    @Test
    default void any_filter_gives_what_going_through_all_orders_would() {
        long seed = 20250115;
        Random random = new Random(seed);
        TenantId tenant = aTenant();
        List<Buyer> buyers = List.of(
                buyer(tenant, "cust_a", "Anna", "Åkesson", "Nordic Chairs AB", "anna@nordic.example"),
                buyer(tenant, "cust_b", "Bo", "O'Neill", null, "bo.oneill@mail.example"),
                buyer(tenant, "cust_c", "Çağla", "Yıldız", "İstanbul Bisiklet", "cagla@ist.example"),
                buyer(tenant, "cust_d", "Dan", "Anders", null, "dan+x@mail.example"));
        List<OrderView> all = new ArrayList<>();
        Map<String, Set<String>> serials = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Order order = aRandomOrder(random, tenant, i, buyers);
            boolean handedOver = order.state().status() == OrderStatus.PENDING && random.nextInt(3) == 0;
            Fulfilment unit = new Fulfilment(
                    1,
                    new SubscriptionId("sub_" + i),
                    new SerialNumber("SN-" + i % 7 + "-" + i),
                    LocalDate.of(2025, 2, 1));
            Order stored = handedOver ? order.fulfil(unit, false, stamp(90)) : order;
            within(tenant, () -> {
                orders().insert(stored);
                if (handedOver) {
                    FindOrInsert.findOrInsert(
                            assets(),
                            Asset.register(
                                    tenant,
                                    unit.serialNumber(),
                                    stored.state().items().get(0).sku(),
                                    "A product",
                                    START));
                    subscriptions().insert(SubscriptionFixtures.subscription(order, unit));
                }
            });
            all.add(OrderView.of(stored.state()));
            serials.computeIfAbsent(order.state().id().value(), unused -> new HashSet<>())
                    .addAll(handedOver ? Set.of(unit.serialNumber().value()) : Set.of());
        }

        for (int i = 0; i < 250; i++) {
            OrderQuery query = aRandomQuery(random, all);
            int limit = 1 + random.nextInt(20);
            List<String> expected = all.stream()
                    .filter(order -> passes(query.filter(), order, serials.getOrDefault(order.orderId(), Set.of())))
                    .sorted(order(query))
                    .map(OrderView::orderId)
                    .toList();

            assertThat(paged(tenant, query, limit))
                    .as("query %d of seed %d by %d: %s", i, seed, limit, query)
                    .isEqualTo(expected);
        }
    }

    private Order aRandomOrder(Random random, TenantId tenant, int number, List<Buyer> buyers) {
        Buyer buyer = buyers.get(random.nextInt(buyers.size()));
        List<String> skus = List.of(CatalogFixtures.MACBOOK, CatalogFixtures.IPAD, CatalogFixtures.CHAIR, "BIKE-E-7");
        Map<String, Object> fields = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            fields.put("costCenter", List.of("IT-1", " it-1 ", "HR-2").get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            fields.put(
                    "seats",
                    List.of(new BigDecimal("5"), new BigDecimal("5.00"), new BigDecimal("7.5"))
                            .get(random.nextInt(3)));
        }
        if (random.nextBoolean()) {
            fields.put("urgent", random.nextBoolean());
        }
        OrderKind kind = random.nextInt(6) == 0
                ? new OrderKind(
                        OrderType.EXTENSION,
                        new ExtensionDetails(
                                new OrderId("ord_x"),
                                7,
                                LocalDate.parse("2025-01-31"),
                                LocalDate.parse("2025-08-31"),
                                null),
                        null)
                : OrderKind.STANDARD;
        return anOrder()
                .of(tenant)
                .withId("%s%c%d-%d"
                        .formatted(
                                random.nextInt(4) == 0 ? "" : "ord_",
                                "kxbqz".charAt(random.nextInt(5)),
                                number % 3,
                                number))
                .by(buyer)
                .ofKind(kind)
                .with(item(skus.get(random.nextInt(3)))
                        .times(2 + random.nextInt(2))
                        .for_(12, ChronoUnit.MONTHS))
                .with(item(skus.get(1 + random.nextInt(3)))
                        .times(1 + random.nextInt(2))
                        .for_(12, ChronoUnit.MONTHS))
                .withCustomFields(CustomFields.of(fields))
                .placedAtMinute(random.nextInt(15))
                .in(List.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.CANCELLED)
                        .get(random.nextInt(3)));
    }

    private static OrderQuery aRandomQuery(Random random, List<OrderView> all) {
        OrderView some = all.get(random.nextInt(all.size()));
        OrderFilters filter = filter();
        Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        while (random.nextInt(3) == 0) {
            statuses.add(one(random, OrderStatus.values()));
        }
        filter.of(statuses);
        if (random.nextInt(5) == 0) {
            filter.by(random.nextInt(9) == 0 ? "cust_none" : some.customerId());
        }
        if (random.nextInt(6) == 0) {
            filter.of(one(random, CustomerType.values()));
        }
        if (random.nextInt(6) == 0) {
            filter.of(one(random, OrderType.values()));
        }
        if (random.nextInt(5) == 0) {
            filter.from(START.plus(Duration.ofMinutes(random.nextInt(12))));
        }
        if (random.nextInt(5) == 0) {
            filter.to(START.plus(Duration.ofMinutes(3 + random.nextInt(14))));
        }
        if (random.nextInt(5) == 0) {
            filter.with(some.items().get(random.nextInt(2)).sku().value());
        }
        if (random.nextInt(12) == 0) {
            filter.handedOver("SN-" + random.nextInt(7) + "-" + random.nextInt(60));
        }
        Map<String, String> fields = new HashMap<>();
        if (random.nextInt(5) == 0) {
            fields.put("costCenter", random.nextBoolean() ? "it-1" : "hr-2");
        }
        if (random.nextInt(6) == 0) {
            fields.put("seats", random.nextBoolean() ? "5" : "7.5");
        }
        filter.where(fields);
        if (random.nextInt(2) == 0) {
            filter.search(String.join(
                    " ",
                    Stream.generate(() -> aRandomWord(random, some))
                            .limit(1 + random.nextInt(2))
                            .toList()));
        }
        return new OrderQuery(filter.build(), one(random, Sort.values()), one(random, SortDirection.values()));
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String aRandomWord(Random random, OrderView order) {
        List<String> texts = texts(order);
        String text = random.nextInt(5) == 0 ? order.orderId() : texts.get(random.nextInt(texts.size()));
        int start = random.nextInt(text.length());
        String word = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(6)))
                .strip()
                .replace(' ', 'x');
        return word.chars().anyMatch(Character::isLetterOrDigit) ? word : "an";
    }

    private static List<String> texts(OrderView order) {
        CustomerProfile customer = order.customer();
        return Stream.concat(
                        Stream.of(
                                        customer.firstName(),
                                        customer.lastName(),
                                        customer.company(),
                                        customer.email().value())
                                .flatMap(Stream::ofNullable),
                        order.items().stream().map(item -> item.variant().productName()))
                .toList();
    }

    private static boolean passes(OrderFilter filter, OrderView order, Set<String> serials) {
        return (filter.statuses().isEmpty() || filter.statuses().contains(order.status()))
                && (filter.customerId() == null || filter.customerId().equals(order.customerId()))
                && (filter.customerType() == null
                        || filter.customerType() == order.customer().type())
                && (filter.orderType() == null
                        || filter.orderType() == order.kind().type())
                && (filter.createdFrom() == null || order.createdAt().compareTo(filter.createdFrom()) >= 0)
                && (filter.createdTo() == null || order.createdAt().compareTo(filter.createdTo()) < 0)
                && (filter.sku() == null
                        || order.items().stream()
                                .anyMatch(item -> item.sku().value().equals(filter.sku())))
                && (filter.serialNumber() == null || serials.contains(filter.serialNumber()))
                && filter.customFields().entrySet().stream().allMatch(field -> holds(order, field))
                && (filter.search() == null
                        || Arrays.stream(filter.search().split("\\s+")).allMatch(word -> says(order, word)));
    }

    private static boolean holds(OrderView order, Map.Entry<String, String> field) {
        CustomFields fields = order.remarks().customFields();
        Object value = fields == null ? null : fields.values().get(field.getKey());
        return value instanceof BigDecimal number
                ? number.compareTo(new BigDecimal(field.getValue())) == 0
                : value != null && value.toString().strip().equalsIgnoreCase(field.getValue());
    }

    private static boolean says(OrderView order, String given) {
        String word = Folding.fold(given).replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
        if (word.length() < 3) {
            Pattern start = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word));
            return texts(order).stream()
                    .anyMatch(text -> start.matcher(Folding.fold(text)).find());
        }
        String id = order.orderId().replaceFirst("^ord_", "");
        String piece = word.replaceFirst("^ord_(?=.)", "");
        return texts(order).stream().map(Folding::fold).anyMatch(text -> text.contains(word))
                || id.startsWith(piece)
                || id.contains("-" + piece)
                || id.endsWith(piece);
    }

    private static Comparator<OrderView> order(OrderQuery query) {
        Comparator<OrderView> first =
                switch (query.sort()) {
                    case CREATED_AT -> Comparator.comparing(OrderView::createdAt);
                    case UPDATED_AT -> Comparator.comparing(OrderView::updatedAt);
                    case ORDER_ID -> Comparator.comparing(OrderView::orderId);
                    case STATUS -> Comparator.comparing(order -> order.status().name());
                    case TOTAL -> Comparator.comparing(order -> order.totals().total());
                };
        Comparator<OrderView> ascending =
                first.thenComparing(OrderView::createdAt).thenComparing(OrderView::orderId);
        return query.direction() == SortDirection.ASC ? ascending : ascending.reversed();
    }

    private List<String> found(TenantId tenant, OrderFilter filter) {
        return paged(tenant, new OrderQuery(filter, Sort.CREATED_AT, SortDirection.ASC), 10);
    }

    private List<String> paged(TenantId tenant, OrderQuery query, int limit) {
        List<String> visited = new ArrayList<>();
        Position position = null;
        do {
            Slice<OrderView> slice = queries().list(tenant, query, limit, position);
            slice.rows().forEach(order -> visited.add(order.orderId()));
            position = slice.next();
        } while (position != null && visited.size() < 1000);
        return visited;
    }

    private Buyer buyer(
            TenantId tenant, String id, String firstName, String lastName, @Nullable String company, String email) {
        CustomerProfile profile = new CustomerProfile(
                new EmailAddress(email),
                firstName,
                lastName,
                company,
                null,
                company == null ? CustomerType.INDIVIDUAL : CustomerType.BUSINESS);
        within(
                tenant,
                () -> FindOrInsert.findOrInsert(
                        customers(),
                        new Customer(
                                tenant,
                                new CustomerId(id),
                                profile,
                                billingAddress(),
                                billingAddress(),
                                true,
                                START,
                                START)));
        return new Buyer(new CustomerId(id), profile, billingAddress(), null, null, null);
    }
}

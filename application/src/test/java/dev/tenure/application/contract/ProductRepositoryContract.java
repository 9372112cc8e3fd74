package dev.tenure.application.contract;

import static dev.tenure.domain.catalog.CatalogFixtures.aVariant;
import static dev.tenure.domain.catalog.CatalogFixtures.skus;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.FindVariants.ListedVariant;
import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Products are kept with their variants; a SKU names one of each. */
public interface ProductRepositoryContract extends StoreContract {

    ProductRepository products();

    @Test
    default void a_product_with_every_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenant();
        Product product = new Product(
                tenant,
                new ProductId("prod_full"),
                new Sku("FULL \"P\""),
                "Name 🚲",
                OrderStories.ODD_TEXT,
                "Category",
                "Brand",
                "Description",
                List.of(new ImageUrl("https://a.example/2.png?x=1&y=%20"), new ImageUrl("https://a.example/1.png")),
                List.of(fullestVariant("FULL-V2"), plainestVariant("FULL-V1", true), fullestVariant("FULL-V3")),
                false,
                START,
                START.plusMillis(1));

        inserted(product);

        assertThat(found(tenant, "FULL \"P\"").value()).isEqualTo(product);
        assertThat(in(tenant, () -> products().findByVariant(new Sku("FULL-V1")))
                        .orElseThrow()
                        .value())
                .isEqualTo(product);
    }

    @Test
    default void a_product_without_any_optional_part_is_read_back_as_it_was_written() {
        TenantId tenant = aTenant();
        Product product = product(tenant, "PLAIN", "PLAIN-V");

        inserted(product);

        assertThat(found(tenant, "PLAIN").value()).isEqualTo(product);
    }

    @Test
    default void a_product_without_variants_is_read_back_as_it_was_written() {
        TenantId tenant = aTenant();
        Product product = product(tenant, "EMPTY");

        inserted(product);

        assertThat(found(tenant, "EMPTY").value()).isEqualTo(product);
    }

    @Test
    default void amounts_are_kept_in_currencies_of_any_number_of_decimals() {
        TenantId tenant = aTenant();
        Variant variant = new Variant(
                new VariantId("var_kwd"),
                new Sku("KWD-V"),
                "Variant",
                Grade.A,
                null,
                null,
                List.of(),
                Money.of("1234.567", KWD),
                Money.of("1234.001", KWD),
                List.of(PricingTier.of(12, Money.of("0.125", KWD))),
                true,
                START,
                START);
        Product product = withVariants(product(tenant, "KWD"), List.of(variant));

        inserted(product);

        assertThat(found(tenant, "KWD").value()).isEqualTo(product);
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P", "V"));

        assertThat(in(tenant, () -> products().findBySku(new Sku("V")))).isEmpty();
        assertThat(in(tenant, () -> products().findBySku(new Sku("p")))).isEmpty();
        assertThat(in(tenant, () -> products().findByVariant(new Sku("P")))).isEmpty();
        assertThat(in(tenant, () -> products().findByVariant(new Sku("v")))).isEmpty();
    }

    @Test
    default void an_update_writes_the_product_with_all_its_variants() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P", "V-KEPT", "V-CHANGED", "V-REMOVED"));
        Versioned<Product> read = found(tenant, "P");
        Product changed = new Product(
                tenant,
                read.value().id(),
                read.value().sku(),
                "New name",
                "New specification",
                "New category",
                "New brand",
                "New description",
                List.of(new ImageUrl("https://a.example/new.png")),
                List.of(
                        fullestVariant("V-NEW"),
                        changedTo(read.value(), "V-CHANGED", fullestVariant("V-CHANGED")),
                        read.value().variant(new Sku("V-KEPT")).orElseThrow()),
                false,
                read.value().createdAt(),
                START.plusSeconds(77));

        within(tenant, () -> products().update(read.with(changed)));

        assertThat(found(tenant, "P").value()).isEqualTo(changed);
        assertThat(found(tenant, "P").version()).isNotEqualTo(read.version());
        assertThat(in(tenant, () -> products().findByVariant(new Sku("V-REMOVED"))))
                .isEmpty();
        assertThat(in(tenant, () -> products().offers(skus("V-NEW", "V-REMOVED"))))
                .containsOnlyKeys(new Sku("V-NEW"));
    }

    @Test
    default void an_update_that_builds_on_an_old_version_is_refused() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P", "V"));
        Versioned<Product> old = found(tenant, "P");
        Product newer = old.value().with(fullestVariant("V-NEW"), START.plusSeconds(1));
        within(tenant, () -> products().update(old.with(newer)));

        Throwable refused = catchThrowable(() -> within(tenant, () -> products()
                .update(old.with(old.value().described("Lost", "Lost", "Lost", "Lost", START.plusSeconds(2))))));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant, "P").value()).isEqualTo(newer);
    }

    @Test
    default void a_product_whose_sku_is_taken_is_not_inserted() {
        TenantId tenant = aTenant();
        Product first = product(tenant, "P", "V-1");
        inserted(first);
        Product second = withVariants(withId(first, "prod_other"), List.of(plainestVariant("V-2", true)));

        boolean inserted = in(tenant, () -> products().insert(second));

        assertThat(inserted).isFalse();
        assertThat(found(tenant, "P").value()).isEqualTo(first);
        assertThat(in(tenant, () -> products().findByVariant(new Sku("V-2")))).isEmpty();
    }

    @Test
    default void what_is_there_in_place_of_a_product_that_was_not_inserted_can_be_changed_in_the_same_transaction() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P", "V-1"));

        within(tenant, () -> {
            if (!products().insert(withId(product(tenant, "P", "V-2"), "prod_other"))) {
                Versioned<Product> there = products().findBySku(new Sku("P")).orElseThrow();
                products().update(there.with(there.value().with(plainestVariant("V-2", true), START.plusSeconds(1))));
            }
        });

        assertThat(found(tenant, "P").value().variants())
                .containsExactly(plainestVariant("V-1", true), plainestVariant("V-2", true));
    }

    @Test
    default void a_variant_sku_that_is_taken_is_refused_with_its_whole_product() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P-1", "V-1"));

        Throwable refused = catchThrowable(() -> inserted(product(tenant, "P-2", "V-2", "V-1")));

        assertDuplicate(refused);
        assertThat(in(tenant, () -> products().findBySku(new Sku("P-2")))).isEmpty();
        assertThat(in(tenant, () -> products().findByVariant(new Sku("V-2")))).isEmpty();
    }

    @Test
    default void a_variant_sku_that_is_taken_is_refused_in_an_update_too() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P-1", "V-1"));
        inserted(product(tenant, "P-2", "V-2"));
        Versioned<Product> second = found(tenant, "P-2");
        Variant taken = plainestVariant("var_new", "V-1", true);

        Throwable refused = catchThrowable(() -> within(
                tenant, () -> products().update(second.with(second.value().with(taken, START.plusSeconds(1))))));

        assertDuplicate(refused);
        assertThat(found(tenant, "P-2")).isEqualTo(second);
        assertThat(in(tenant, () -> products().findByVariant(new Sku("V-1")))
                        .orElseThrow()
                        .value()
                        .sku())
                .isEqualTo(new Sku("P-1"));
    }

    @Test
    default void a_sku_that_several_want_at_once_is_given_to_one() {
        TenantId tenant = aTenant();

        List<Boolean> inserted = Parallel.results(number ->
                in(tenant, () -> products().insert(withId(product(tenant, "P", "V-" + number), "prod_" + number))));

        assertThat(inserted).containsOnlyOnce(true);
    }

    @Test
    default void changes_of_one_product_in_parallel_happen_one_after_another() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "P", "V"));

        List<Long> versions = Parallel.results(number -> in(tenant, () -> {
            Versioned<Product> held = (number % 2 == 0
                            ? products().findBySku(new Sku("P"))
                            : products().findByVariant(new Sku("V")))
                    .orElseThrow();
            products().update(held.with(held.value().with(fullestVariant("V-" + number), START.plusSeconds(number))));
            return held.version();
        }));

        assertThat(versions).doesNotHaveDuplicates();
        assertThat(found(tenant, "P").value().variants()).hasSize(1 + Parallel.THREADS);
    }

    @Test
    default void offers_name_what_can_be_ordered_and_what_can_not() {
        TenantId tenant = aTenant();
        Product active = withVariants(
                product(tenant, "P-ACTIVE"), List.of(fullestVariant("V-ON"), plainestVariant("V-OFF", false)));
        Product illustrated = new Product(
                tenant,
                new ProductId("prod_pics"),
                new Sku("P-PICS"),
                "Illustrated",
                "Specification",
                "Category",
                "Brand",
                null,
                List.of(new ImageUrl("https://a.example/first.png"), new ImageUrl("https://a.example/second.png")),
                List.of(plainestVariant("V-PICS", true)),
                true,
                START,
                START);
        Product discontinued = discontinued(product(tenant, "P-GONE", "V-GONE"));
        inserted(active);
        inserted(illustrated);
        inserted(discontinued);

        Map<Sku, Offer> offers = in(tenant, () -> products()
                .offers(skus("V-ON", "V-OFF", "V-GONE", "V-PICS", "V-NONE", "P-ACTIVE", "v-on")));

        assertThat(offers)
                .containsOnlyKeys(skus("V-ON", "V-OFF", "V-GONE", "V-PICS"))
                .containsEntry(new Sku("V-ON"), active.offer(active.variants().get(0)))
                .containsEntry(new Sku("V-OFF"), active.offer(active.variants().get(1)))
                .containsEntry(
                        new Sku("V-GONE"),
                        discontinued.offer(discontinued.variants().get(0)))
                .containsEntry(
                        new Sku("V-PICS"),
                        illustrated.offer(illustrated.variants().get(0)));
        assertThat(offers.values().stream().filter(Offer::orderable)).hasSize(2);
    }

    @Test
    default void offers_of_no_sku_are_none() {
        TenantId tenant = aTenant();

        assertThat(in(tenant, () -> products().offers(List.of()))).isEmpty();
    }

    @Test
    default void tenants_do_not_see_each_others_products() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        Product mine = product(tenant, "P", "V", "V-ONLY-MINE");
        Product theirs = withVariants(product(other, "P"), List.of(fullestVariant("V")));
        inserted(mine);

        assertThat(in(other, () -> products().findBySku(new Sku("P")))).isEmpty();
        assertThat(in(other, () -> products().findByVariant(new Sku("V")))).isEmpty();
        assertThat(in(other, () -> products().offers(skus("V")))).isEmpty();
        assertThat(listed(other, Filter.ALL, 10)).isEmpty();
        inserted(theirs);
        assertThat(found(tenant, "P").value()).isEqualTo(mine);
        assertThat(found(other, "P").value()).isEqualTo(theirs);
        assertThat(in(other, () -> products().offers(skus("V", "V-ONLY-MINE"))))
                .containsOnlyKeys(new Sku("V"))
                .containsValue(theirs.offer(theirs.variants().get(0)));
        assertThat(listed(tenant, Filter.ALL, 10)).containsExactly(mine);
        assertThat(listed(other, Filter.ALL, 10)).containsExactly(theirs);
    }

    @Test
    default void a_product_can_not_be_written_for_another_tenant() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        Product theirs = product(other, "P", "V");

        assertThatThrownBy(() -> in(tenant, () -> products().insert(theirs))).isInstanceOf(RuntimeException.class);

        assertThat(in(tenant, () -> products().findBySku(new Sku("P")))).isEmpty();
        assertThat(in(other, () -> products().findBySku(new Sku("P")))).isEmpty();
    }

    @Test
    default void products_are_listed_newest_first_each_once() {
        TenantId tenant = aTenant();
        List<Product> newestFirst = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Product product = createdAt(
                    withId(product(tenant, "P-" + i, "V-" + i + "-B", "V-" + i + "-A"), "prod_" + i),
                    START.plusSeconds(i / 3));
            inserted(product);
            newestFirst.add(0, product);
        }

        assertThat(listed(tenant, Filter.ALL, 1)).isEqualTo(newestFirst);
        assertThat(listed(tenant, Filter.ALL, 3)).isEqualTo(newestFirst);
        assertThat(listed(tenant, Filter.ALL, 7)).isEqualTo(newestFirst);
        assertThat(in(tenant, () -> products().list(Filter.ALL, 7, null)).next())
                .isNull();
        assertThat(in(tenant, () -> products().list(Filter.ALL, 6, null)).next())
                .isNotNull();
    }

    @Test
    default void filters_of_a_list_combine() {
        TenantId tenant = aTenant();
        for (String category : List.of("Laptops", "Chairs")) {
            for (String brand : List.of("Apple", "Acme")) {
                for (boolean active : List.of(true, false)) {
                    String sku = category + "-" + brand + "-" + active;
                    Product plain = product(tenant, sku);
                    Product described = plain.described("Name", "Specification", category, brand, START);
                    inserted(active ? described : discontinued(described));
                }
            }
        }

        assertThat(listedSkus(tenant, Filter.ALL)).hasSize(8);
        assertThat(listedSkus(tenant, new Filter(true, null, null, null)))
                .hasSize(4)
                .allMatch(sku -> sku.endsWith("true"));
        assertThat(listedSkus(tenant, new Filter(false, null, null, null)))
                .hasSize(4)
                .allMatch(sku -> sku.endsWith("false"));
        assertThat(listedSkus(tenant, new Filter(null, "Chairs", null, null)))
                .hasSize(4)
                .allMatch(sku -> sku.startsWith("Chairs"));
        assertThat(listedSkus(tenant, new Filter(null, null, "Acme", null)))
                .hasSize(4)
                .allMatch(sku -> sku.contains("Acme"));
        assertThat(listedSkus(tenant, new Filter(false, "Laptops", "Apple", null)))
                .containsExactly("Laptops-Apple-false");
        assertThat(listedSkus(tenant, new Filter(null, "laptops", null, null))).isEmpty();
        assertThat(listedSkus(tenant, new Filter(null, "%", OrderStories.ODD_TEXT, null)))
                .isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Product product = product(aTenant(), "P", "V");

        assertThatThrownBy(() -> products().findBySku(new Sku("P"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().findByVariant(new Sku("V"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().offers(skus("V"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().insert(product)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().update(new Versioned<>(product, 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().list(Filter.ALL, 1, null)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().variants(FindVariants.Filter.ALL, 1, null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().find(product.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().findByVariant(new VariantId("var_V")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().look(product.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> products().look(product.sku())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    default void a_product_is_found_by_every_name_it_has() {
        TenantId tenant = aTenant();
        TenantId other = aTenant();
        Product product =
                withVariants(product(tenant, "P"), List.of(fullestVariant("V-2"), plainestVariant("V-1", false)));
        inserted(product);
        inserted(product(tenant, "P-BARE"));
        Versioned<Product> read = found(tenant, "P");

        assertThat(in(tenant, () -> products().find(product.id()))).contains(read);
        assertThat(in(tenant, () -> products().findByVariant(new VariantId("var_V-1"))))
                .contains(read);
        assertThat(in(tenant, () -> products().look(product.id()))).contains(read);
        assertThat(in(tenant, () -> products().look(product.sku()))).contains(read);
        assertThat(in(tenant, () -> products().look(new Sku("P-BARE")))).contains(found(tenant, "P-BARE"));
        assertThat(in(tenant, () -> products().find(new ProductId("prod_none"))))
                .isEmpty();
        assertThat(in(tenant, () -> products().findByVariant(new VariantId("var_none"))))
                .isEmpty();
        assertThat(in(tenant, () -> products().look(new Sku("V-1")))).isEmpty();
        assertThat(in(other, () -> products().find(product.id()))).isEmpty();
        assertThat(in(other, () -> products().findByVariant(new VariantId("var_V-1"))))
                .isEmpty();
        assertThat(in(other, () -> products().look(product.id()))).isEmpty();
        assertThat(in(other, () -> products().look(product.sku()))).isEmpty();
    }

    @Test
    default void a_search_finds_a_part_of_the_name_sku_brand_or_category_in_either_case() {
        TenantId tenant = aTenant();
        inserted(product(tenant, "CHAIR-1", "V-1"));
        inserted(product(tenant, "DESK_1%", "V-2"));

        assertThat(listedSkus(tenant, searched("ame of cHAIR"))).containsExactly("CHAIR-1");
        assertThat(listedSkus(tenant, searched("brand of desk"))).containsExactly("DESK_1%");
        assertThat(listedSkus(tenant, searched("category of chair"))).containsExactly("CHAIR-1");
        assertThat(listedSkus(tenant, searched("_1%"))).containsExactly("DESK_1%");
        assertThat(listedSkus(tenant, searched("-1"))).containsExactly("CHAIR-1");
        assertThat(listedSkus(tenant, searched("specification"))).isEmpty();
        assertThat(listedSkus(tenant, searched("1"))).containsExactlyInAnyOrder("CHAIR-1", "DESK_1%");
    }

    private static Filter searched(String text) {
        return new Filter(null, null, null, text);
    }

    @Test
    default void variants_are_listed_newest_first_each_once() {
        TenantId tenant = aTenant();
        Product first = product(tenant, "P-1", "V-1", "V-4");
        Product second = product(tenant, "P-2", "V-2", "V-3", "V-5");
        inserted(first);
        inserted(second);
        inserted(product(aTenant(), "P-3", "V-6"));
        List<ListedVariant> newestFirst = List.of(
                listed(second, "V-5"),
                listed(first, "V-4"),
                listed(second, "V-3"),
                listed(second, "V-2"),
                listed(first, "V-1"));

        assertThat(variants(tenant, FindVariants.Filter.ALL, 1)).isEqualTo(newestFirst);
        assertThat(variants(tenant, FindVariants.Filter.ALL, 2)).isEqualTo(newestFirst);
        assertThat(variants(tenant, FindVariants.Filter.ALL, 5)).isEqualTo(newestFirst);
        assertThat(in(tenant, () -> products().variants(FindVariants.Filter.ALL, 5, null))
                        .next())
                .isNull();
    }

    @Test
    default void filters_of_variants_combine() {
        TenantId tenant = aTenant();
        Product laptops = withVariants(
                product(tenant, "LAPTOP"), List.of(plainestVariant("PRO-16", true), plainestVariant("PRO-14", false)));
        Product chairs = withVariants(product(tenant, "CHAIR"), List.of(fullestVariant("CHAIR_16%")));
        inserted(laptops);
        inserted(discontinued(chairs));

        assertThat(variantSkus(tenant, true, null, null, null, null, null)).containsExactly("PRO-16", "CHAIR_16%");
        assertThat(variantSkus(tenant, false, null, null, null, null, null)).containsExactly("PRO-14");
        assertThat(variantSkus(tenant, null, "LAPTOP", null, null, null, null)).containsExactly("PRO-16", "PRO-14");
        assertThat(variantSkus(tenant, null, "laptop", null, null, null, null)).isEmpty();
        assertThat(variantSkus(tenant, null, null, "16", null, null, null)).containsExactly("PRO-16", "CHAIR_16%");
        assertThat(variantSkus(tenant, null, null, "pRO-", null, null, null)).containsExactly("PRO-16", "PRO-14");
        assertThat(variantSkus(tenant, null, null, "_16%", null, null, null)).containsExactly("CHAIR_16%");
        assertThat(variantSkus(tenant, null, null, null, Grade.C, null, null)).containsExactly("CHAIR_16%");
        assertThat(variantSkus(tenant, null, null, null, null, "Category of CHAIR", null))
                .containsExactly("CHAIR_16%");
        assertThat(variantSkus(tenant, null, null, null, null, null, "Brand of LAPTOP"))
                .containsExactly("PRO-16", "PRO-14");
        assertThat(variantSkus(tenant, true, "LAPTOP", "16", Grade.E, "Category of LAPTOP", "Brand of LAPTOP"))
                .containsExactly("PRO-16");
        assertThat(variantSkus(tenant, true, "LAPTOP", "14", null, null, null)).isEmpty();
    }

    private List<ListedVariant> variants(TenantId tenant, FindVariants.Filter filter, int limit) {
        List<ListedVariant> visited = new ArrayList<>();
        @Nullable Position position = null;
        do {
            Position after = position;
            Slice<ListedVariant> slice = in(tenant, () -> products().variants(filter, limit, after));
            visited.addAll(slice.rows());
            position = slice.next();
        } while (position != null && visited.size() < 100);
        return visited;
    }

    private List<String> variantSkus(
            TenantId tenant,
            @Nullable Boolean active,
            @Nullable String productSku,
            @Nullable String sku,
            @Nullable Grade grade,
            @Nullable String category,
            @Nullable String brand) {
        return variants(tenant, new FindVariants.Filter(active, productSku, sku, grade, category, brand), 1).stream()
                .map(listed -> listed.variant().sku().value())
                .toList();
    }

    private static ListedVariant listed(Product product, String sku) {
        return ListedVariant.of(product, product.variant(new Sku(sku)).orElseThrow());
    }

    private void inserted(Product product) {
        assertThat(in(product.tenantId(), () -> products().insert(product))).isTrue();
    }

    private Versioned<Product> found(TenantId tenant, String sku) {
        return in(tenant, () -> products().findBySku(new Sku(sku)).orElseThrow());
    }

    private List<Product> listed(TenantId tenant, Filter filter, int limit) {
        List<Product> visited = new ArrayList<>();
        @Nullable Position position = null;
        do {
            Position after = position;
            Slice<Product> slice = in(tenant, () -> products().list(filter, limit, after));
            visited.addAll(slice.rows());
            position = slice.next();
        } while (position != null && visited.size() < 100);
        return visited;
    }

    private List<String> listedSkus(TenantId tenant, Filter filter) {
        return listed(tenant, filter, 3).stream()
                .map(product -> product.sku().value())
                .toList();
    }

    private static void assertDuplicate(@Nullable Throwable refused) {
        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(CatalogError.DUPLICATE_SKU));
    }

    /** An active product without description and images, its variants without anything optional. */
    private static Product product(TenantId tenant, String sku, String... variantSkus) {
        List<Variant> variants = new ArrayList<>();
        for (String variantSku : variantSkus) {
            variants.add(plainestVariant(variantSku, true));
        }
        return new Product(
                tenant,
                new ProductId("prod_" + word(sku)),
                new Sku(sku),
                "Name of " + sku,
                "Specification of " + sku,
                "Category of " + sku,
                "Brand of " + sku,
                null,
                List.of(),
                variants,
                true,
                START,
                START);
    }

    private static String word(String sku) {
        return sku.replace("%", "");
    }

    private static Variant plainestVariant(String sku, boolean active) {
        return plainestVariant("var_" + word(sku), sku, active);
    }

    private static Variant plainestVariant(String id, String sku, boolean active) {
        return new Variant(
                new VariantId(id),
                new Sku(sku),
                "Name",
                Grade.E,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                active,
                START,
                START);
    }

    private static Variant fullestVariant(String sku) {
        return new Variant(
                new VariantId("var_" + word(sku)),
                new Sku(sku),
                "Name of " + sku,
                Grade.C,
                "Condition of " + sku,
                "Colour \"" + sku + "\"",
                List.of(
                        new ImageUrl("https://v.example/2.png?sku=" + sku),
                        new ImageUrl("https://v.example/1.png?sku=" + sku)),
                eur("2799.01"),
                eur("2350.02"),
                List.of(
                        PricingTier.of(36, eur("79.04")),
                        new PricingTier(
                                6,
                                eur("99.01"),
                                eur("50.02"),
                                new Discount(Discount.Type.PERCENTAGE, new BigDecimal("12.5"), "launch \"offer\"")),
                        new PricingTier(
                                12, eur("95.03"), null, new Discount(Discount.Type.FIXED, BigDecimal.TEN, null)),
                        new PricingTier(
                                24,
                                eur("0.00"),
                                eur("0.00"),
                                null,
                                new PriceOrigin(PriceOrigin.Source.SUGGESTED, START.plusMillis(3), "preset \"one\"")),
                        new PricingTier(
                                48, eur("1.00"), null, null, new PriceOrigin(PriceOrigin.Source.MANUAL, null, null))),
                true,
                START.plusMillis(1),
                START.plusMillis(2));
    }

    private static Variant changedTo(Product product, String sku, Variant words) {
        VariantId id = product.variant(new Sku(sku)).orElseThrow().id();
        return new Variant(
                id,
                words.sku(),
                words.name(),
                words.grade(),
                words.condition(),
                words.colorName(),
                List.of(),
                words.listPrice(),
                words.acquisitionCost(),
                aVariant(sku).build().tiers(),
                false,
                words.createdAt(),
                START.plusSeconds(77));
    }

    private static Product withVariants(Product product, List<Variant> variants) {
        return copy(product, product.id(), variants, product.active(), product.createdAt());
    }

    private static Product withId(Product product, String id) {
        return copy(product, new ProductId(id), product.variants(), product.active(), product.createdAt());
    }

    private static Product discontinued(Product product) {
        return copy(product, product.id(), product.variants(), false, product.createdAt());
    }

    private static Product createdAt(Product product, Instant createdAt) {
        return copy(product, product.id(), product.variants(), product.active(), createdAt);
    }

    private static Product copy(
            Product product, ProductId id, List<Variant> variants, boolean active, Instant createdAt) {
        return new Product(
                product.tenantId(),
                id,
                product.sku(),
                product.name(),
                product.specification(),
                product.category(),
                product.brand(),
                product.description(),
                product.images(),
                variants,
                active,
                createdAt,
                product.updatedAt());
    }
}

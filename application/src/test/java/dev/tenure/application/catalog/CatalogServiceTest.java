package dev.tenure.application.catalog;

import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.application.shared.Refusals.invalid;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ImportProducts.Result;
import dev.tenure.application.catalog.in.ImportProducts.RowError;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PricingTier;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.Text;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogServiceTest {

    private static final String HEADER =
            "Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,"
                    + "List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price";

    private static final String LAPTOP =
            "Laptop,P-1,Laptops,Acme,\"16 inch, fast\",B,Grey,V-1,2000.01,1500.02,60,50.5,40.25,";

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final Caller caller = tenure.demo();

    CatalogServiceTest() {
        assertThat(tenure.useCases().tenants().create().create(new CreateTenantCommand("demo", null, "EUR")))
                .isNotNull();
    }

    // What a row becomes

    @Test
    void a_row_becomes_a_product_with_a_variant() {
        Result result = load(LAPTOP);

        assertThat(result).isEqualTo(new Result(1, 1, 0, 1, 0, List.of()));
        Product product = product("P-1");
        assertThat(product.id()).hasToString("prod_000001");
        assertThat(product.name()).isEqualTo("Laptop");
        assertThat(product.category()).isEqualTo("Laptops");
        assertThat(product.brand()).isEqualTo("Acme");
        assertThat(product.specification()).isEqualTo("16 inch, fast");
        assertThat(product.active()).isTrue();
        Variant variant = product.variants().get(0);
        assertThat(variant.id()).hasToString("var_000001");
        assertThat(variant.sku()).hasToString("V-1");
        assertThat(variant.name()).isEqualTo("Laptop Grey");
        assertThat(variant.grade()).isEqualTo(Grade.B);
        assertThat(variant.colorName()).isEqualTo("Grey");
        assertThat(variant.listPrice()).isEqualTo(eur("2000.01"));
        assertThat(variant.acquisitionCost()).isEqualTo(eur("1500.02"));
        assertThat(variant.tiers())
                .containsExactly(
                        PricingTier.of(6, eur("60")),
                        PricingTier.of(12, eur("50.50")),
                        PricingTier.of(24, eur("40.25")));
        assertThat(variant.active()).isTrue();
    }

    @Test
    void rows_of_one_product_sku_become_variants_of_one_product() {
        Result result = load(
                LAPTOP,
                "Laptop,P-1,Laptops,Acme,Spec,C,,V-2,2000,1500,,,,30",
                "Chair,P-2,Chairs,Acme,Spec,A,,V-3,200,150,,9,,");

        assertThat(result).isEqualTo(new Result(3, 2, 0, 3, 0, List.of()));
        assertThat(product("P-1").variants().stream()
                        .map(variant -> variant.sku().value()))
                .containsExactly("V-1", "V-2");
    }

    @Test
    void grade_and_colour_may_be_empty() {
        load("Chair,P-2,Chairs,Acme,Spec,,,V-3,200,150,,9,,", "Chair,P-2,Chairs,Acme,Spec, e , ,V-4,200,150,,9,,");

        Variant plain = product("P-2").variant(new Sku("V-3")).orElseThrow();
        assertThat(plain.grade()).isEqualTo(Grade.A);
        assertThat(plain.colorName()).isNull();
        assertThat(plain.name()).isEqualTo("Chair");
        assertThat(product("P-2").variant(new Sku("V-4")).orElseThrow().grade()).isEqualTo(Grade.E);
    }

    @Test
    void a_name_with_a_colour_is_cut_at_its_limit_and_never_inside_a_character() {
        load("x".repeat(Text.LINE) + ",P-1,C,B,S,A,Grey,V-1,1,1,1,,,");
        load("x".repeat(Text.LINE - 2) + ",P-2,C,B,S,A,🚲,V-2,1,1,1,,,");

        assertThat(product("P-1").variants().get(0).name()).isEqualTo("x".repeat(Text.LINE));
        assertThat(product("P-2").variants().get(0).name()).isEqualTo("x".repeat(Text.LINE - 2));
    }

    @Test
    void columns_are_found_by_name_in_any_case_and_order_and_others_are_left_alone() {
        Result result = tenure.useCases().catalog().importProducts().importCsv(caller, new StringReader("""
                                Remark,variant sku, GRADE ,brand,category,product sku,product name,color,specification,acquisition cost,list price,36MO_PRICE,24mo_price,12mo_price,6mo_price
                                ignored,V-1,D,Acme,Chairs,P-1,Chair,Red,Spec,1,2,36,24,12,6
                                """));

        assertThat(result.errors()).isEmpty();
        Variant variant = product("P-1").variants().get(0);
        assertThat(variant.grade()).isEqualTo(Grade.D);
        assertThat(variant.listPrice()).isEqualTo(eur("2"));
        assertThat(variant.tiers())
                .containsExactly(
                        PricingTier.of(6, eur("6")),
                        PricingTier.of(12, eur("12")),
                        PricingTier.of(24, eur("24")),
                        PricingTier.of(36, eur("36")));
    }

    // Loading again

    @Test
    void loading_the_same_file_again_changes_what_is_there_and_adds_nothing() {
        load(LAPTOP, "Laptop,P-1,Laptops,Acme,Spec,C,,V-2,2000,1500,,,,30");
        Product before = product("P-1");
        tenure.clock().advance(Duration.ofDays(1));

        Result again = load(
                "Notebook,P-1,Notebooks,Bcme,New spec,A,Blue,V-1,1,2,,3,,",
                "Notebook,P-1,Notebooks,Bcme,New spec,C,,V-2,2000,1500,,,,30");

        assertThat(again).isEqualTo(new Result(2, 0, 1, 0, 2, List.of()));
        Product after = product("P-1");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isEqualTo(before.createdAt().plusSeconds(86_400));
        assertThat(after.name()).isEqualTo("Notebook");
        assertThat(after.category()).isEqualTo("Notebooks");
        Variant changed = after.variants().get(0);
        assertThat(changed.id()).isEqualTo(before.variants().get(0).id());
        assertThat(changed.tiers()).containsExactly(PricingTier.of(12, eur("3")));
        assertThat(after.variants().get(1)).isEqualTo(renamed(before.variants().get(1), "Notebook", after.updatedAt()));
    }

    @Test
    void a_variant_that_was_switched_off_stays_off_when_it_is_loaded_again() {
        load(LAPTOP);
        switched("V-1", false);

        load(LAPTOP);

        assertThat(product("P-1").variants().get(0).active()).isFalse();
    }

    // Bad rows

    @Test
    void bad_rows_are_left_out_with_their_number_sku_and_reason_and_the_others_are_kept() {
        Result result = load(
                LAPTOP,
                "Laptop,P-1,Laptops,Acme,Spec,A,,V-2,2000,1500,,,,",
                "Laptop,P-1,Laptops,Acme,Spec,A,,,2000,1500,1,,,",
                "Laptop,P-1,Laptops,Acme,Spec,F,,V-3,2000,1500,1,,,",
                "Chair,P-2,Chairs,Acme,Spec,A,,V-4,200,150,,9,,",
                "Chair,P-3,Chairs,Acme,Spec,A,,V-4,200,150,,9,,");

        assertThat(result.totalRows()).isEqualTo(6);
        assertThat(result.productsCreated()).isEqualTo(2);
        assertThat(result.variantsCreated()).isEqualTo(2);
        assertThat(result.errors())
                .containsExactly(
                        new RowError(2, "V-2", "at least one of the price columns must be filled"),
                        new RowError(3, null, "Variant SKU must not be blank"),
                        new RowError(4, "V-3", "grade must be A, B, C, D or E, not F"),
                        new RowError(6, "V-4", "another product has the variant SKU V-4"));
        assertThat(listed(Filter.ALL)).containsExactlyInAnyOrder("P-1", "P-2");
    }

    @Test
    void a_price_of_a_million_digits_is_refused_before_it_is_reckoned() {
        Result result = load("Laptop,P-1,Laptops,Acme,Spec,A,,V-1,2000,1500," + "9".repeat(1_000_000) + ",,,");

        assertThat(result.errors())
                .containsExactly(new RowError(1, "V-1", "6mo_price must be a number of at most 30 characters"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'',P-1,C,B,S,A,,V-1,1,1,1,,,        | Product Name",
                "N,'',C,B,S,A,,V-1,1,1,1,,,          | Product SKU",
                "N,P-1,'',B,S,A,,V-1,1,1,1,,,        | Category",
                "N,P-1,C,'',S,A,,V-1,1,1,1,,,        | Brand",
                "N,P-1,C,B,'',A,,V-1,1,1,1,,,        | Specification",
                "N,P-1,C,B,S,A,,V-1,,1,1,,,          | list price",
                "N,P-1,C,B,S,A,,V-1,1,,1,,,          | acquisition cost",
                "N,P-1,C,B,S,A,,V-1,x,1,1,,,         | list price",
                "N,P-1,C,B,S,A,,V-1,1,-1,1,,,        | acquisition cost",
                "N,P-1,C,B,S,A,,V-1,1,1,1.005,,,     | 6mo_price",
                "N,P-1,C,B,S,A,,V-1,1,1,,-0.01,,     | 12mo_price",
                "N,P-1,C,B,S,A,,V-1,1,1,,,€ 5,       | 24mo_price",
                "N,P-1,C,B,S,A,,V-1,1,1,,,,1000000000000 | 36mo_price",
                "N,P-1,C,B,S,A,,V-1,1,1,,,,1E-999999999 | 36mo_price",
                "N,P-1                               | Variant SKU"
            })
    void the_reason_names_the_column(String row, String column) {
        Result result = load(row.replace("''", ""));

        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).error()).containsIgnoringCase(column);
        assertThat(listed(Filter.ALL)).isEmpty();
    }

    @Test
    void a_refused_row_takes_nothing_of_its_product_with_it() {
        load(LAPTOP);
        load("Chair,P-2,Chairs,Acme,Spec,A,,V-2,200,150,,9,,");
        Product before = product("P-2");

        Result result = load("Renamed,P-2,Renamed,Renamed,Spec,A,,V-1,200,150,,9,,");

        assertThat(result.errors()).hasSize(1);
        assertThat(product("P-2")).isEqualTo(before);
    }

    // The file

    @Test
    void a_header_that_lacks_columns_is_refused_by_their_names() {
        String header = HEADER.replace("Grade,", "").replace("12mo_Price", "12 months");

        assertThat(brokenFields(() -> tenure.useCases()
                        .catalog()
                        .importProducts()
                        .importCsv(caller, new StringReader(header + "\n" + LAPTOP))))
                .containsExactly("header required");
        assertThat(invalid(() -> tenure.useCases()
                                .catalog()
                                .importProducts()
                                .importCsv(caller, new StringReader(header + "\n" + LAPTOP)))
                        .fields()
                        .get(0)
                        .message())
                .endsWith("missing: grade, 12mo_price");
        assertThat(listed(Filter.ALL)).isEmpty();
    }

    @Test
    void an_empty_file_lacks_every_column_and_a_header_alone_loads_nothing() {
        assertThat(brokenFields(
                        () -> tenure.useCases().catalog().importProducts().importCsv(caller, new StringReader(""))))
                .containsExactly("header required");
        assertThat(load()).isEqualTo(new Result(0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark_end_its_lines_as_windows_does_and_have_blank_ones() {
        String file = "\uFEFF" + HEADER + "\r\n\r\n" + LAPTOP + "\r\n\r\n";

        Result result = tenure.useCases().catalog().importProducts().importCsv(caller, new StringReader(file));

        assertThat(result).isEqualTo(new Result(1, 1, 0, 1, 0, List.of()));
    }

    @Test
    void a_file_has_at_most_10_000_rows_good_or_bad() {
        String[] rows = new String[ImportProducts.MAX_ROWS];
        Arrays.fill(rows, "a bad row");
        rows[rows.length - 1] = LAPTOP;

        Result result = load(rows);

        assertThat(result.totalRows()).isEqualTo(ImportProducts.MAX_ROWS);
        assertThat(result.errors()).hasSize(ImportProducts.MAX_ROWS - 1);
        assertThat(result.variantsCreated()).isEqualTo(1);

        Result tooLong = load(String.join("\n", rows), LAPTOP, LAPTOP);

        assertThat(tooLong.totalRows()).isEqualTo(ImportProducts.MAX_ROWS + 1);
        assertThat(tooLong.errors()).last().satisfies(error -> assertThat(error.error())
                .contains("at most 10000 rows"));
    }

    @Test
    void a_catalog_is_loaded_into_a_tenant_that_exists() {
        assertThat(code(() -> tenure.useCases()
                        .catalog()
                        .importProducts()
                        .importCsv(tenure.caller("nobody"), new StringReader(HEADER))))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    @Test
    void prices_are_in_the_tenants_currency() {
        assertThat(tenure.useCases().tenants().create().create(new CreateTenantCommand("tokyo", null, "JPY")))
                .isNotNull();
        Caller tokyo = tenure.caller("tokyo");

        Result result = tenure.useCases()
                .catalog()
                .importProducts()
                .importCsv(
                        tokyo,
                        new StringReader(
                                HEADER + "\nN,P-1,C,B,S,A,,V-1,1000,900,100,,,\nN,P-1,C,B,S,A,,V-2,1000,900,9.5,,,"));

        assertThat(result.errors().stream().map(RowError::sku)).containsExactly("V-2");
        assertThat(tenure.useCases()
                        .catalog()
                        .findProducts()
                        .list(tokyo, Filter.ALL, PageRequest.FIRST)
                        .rows()
                        .get(0)
                        .variants()
                        .get(0)
                        .listPrice())
                .hasToString("JPY 1000");
    }

    // Switching variants on and off

    @Test
    void a_variant_can_be_switched_off_and_on_and_again_safely() {
        load(LAPTOP);
        tenure.clock().advance(Duration.ofDays(1));

        Product off = switched("V-1", false);
        tenure.clock().advance(Duration.ofDays(1));
        Product offAgain = switched("V-1", false);
        Product on = switched("V-1", true);

        assertThat(off.variants().get(0).active()).isFalse();
        assertThat(offAgain).isEqualTo(off);
        assertThat(on.variants().get(0).active()).isTrue();
        assertThat(product("P-1")).isEqualTo(on);
    }

    @ParameterizedTest
    @ValueSource(strings = {"V-2", "v-1", "P-1", "", "\0"})
    void a_variant_that_is_not_there_can_not_be_switched(String sku) {
        load(LAPTOP);

        assertThat(code(() -> switched(sku, false))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .catalog()
                        .changeVariantStatus()
                        .change(tenure.caller("other"), new ProductRef.ByVariantSku("V-1"), false, false)))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    // Lists

    @Test
    void products_are_listed_newest_first_page_by_page_and_filtered() {
        load(LAPTOP);
        tenure.clock().advance(Duration.ofSeconds(1));
        load("Chair,P-2,Chairs,Acme,Spec,A,,V-2,200,150,,9,,");
        tenure.clock().advance(Duration.ofSeconds(1));
        load("Sofa,P-3,Chairs,Soft,Spec,A,,V-3,200,150,,9,,");

        Page<Product> first =
                tenure.useCases().catalog().findProducts().list(caller, Filter.ALL, new PageRequest(2, null));
        Page<Product> second = tenure.useCases()
                .catalog()
                .findProducts()
                .list(caller, Filter.ALL, new PageRequest(2, first.nextCursor()));

        assertThat(first.rows().stream().map(product -> product.sku().value())).containsExactly("P-3", "P-2");
        assertThat(second.rows().stream().map(product -> product.sku().value())).containsExactly("P-1");
        assertThat(second.hasMore()).isFalse();
        assertThat(listed(new Filter(true, "Chairs", null, null))).containsExactly("P-3", "P-2");
        assertThat(listed(new Filter(null, null, "Acme", null))).containsExactly("P-2", "P-1");
        assertThat(listed(new Filter(false, null, null, null))).isEmpty();
        assertThat(brokenFields(() -> tenure.useCases()
                        .catalog()
                        .findProducts()
                        .list(caller, new Filter(true, null, null, null), new PageRequest(2, first.nextCursor()))))
                .containsExactly("startAfter invalid_string");
    }

    private Product switched(String variantSku, boolean active) {
        return tenure.useCases()
                .catalog()
                .changeVariantStatus()
                .change(caller, new ProductRef.ByVariantSku(variantSku), active, false)
                .value();
    }

    private Result load(String... rows) {
        return tenure.useCases()
                .catalog()
                .importProducts()
                .importCsv(caller, new StringReader(HEADER + "\n" + String.join("\n", rows)));
    }

    private Product product(String sku) {
        return tenure.useCases().catalog().findProducts().list(caller, Filter.ALL, PageRequest.FIRST).rows().stream()
                .filter(product -> product.sku().value().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    private List<String> listed(Filter filter) {
        return tenure.useCases().catalog().findProducts().list(caller, filter, PageRequest.FIRST).rows().stream()
                .map(product -> product.sku().value())
                .toList();
    }

    private static Variant renamed(Variant variant, String name, Instant updatedAt) {
        return new Variant(
                variant.id(),
                variant.sku(),
                name,
                variant.grade(),
                variant.condition(),
                variant.colorName(),
                variant.images(),
                variant.listPrice(),
                variant.acquisitionCost(),
                variant.tiers(),
                variant.active(),
                variant.createdAt(),
                updatedAt);
    }
}

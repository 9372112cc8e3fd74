package dev.tenure.application.catalog.load;

import static dev.tenure.application.catalog.TestCatalog.HEADER;
import static dev.tenure.application.catalog.TestCatalog.LAPTOP;
import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.application.shared.Refusals.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.TestCatalog;
import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ImportProducts.Result;
import dev.tenure.application.catalog.in.ImportProducts.RowError;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.catalog.Product;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportProductsRefusalTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();
    private final TestCatalog catalog = TestCatalog.ofNewTenant(tenure);

    // Bad rows

    @Test
    void bad_rows_are_left_out_with_their_number_sku_and_reason_and_the_others_are_kept() {
        Result result = catalog.load(
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
        assertThat(catalog.skus()).containsExactlyInAnyOrder("P-1", "P-2");
    }

    @Test
    void a_price_of_a_million_digits_is_refused_before_it_is_reckoned() {
        Result result = catalog.load("Laptop,P-1,Laptops,Acme,Spec,A,,V-1,2000,1500," + "9".repeat(1_000_000) + ",,,");

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
        Result result = catalog.load(row.replace("''", ""));

        assertThat(result.errors()).hasSize(1);
        assertThat(result.errors().get(0).error()).containsIgnoringCase(column);
        assertThat(catalog.skus()).isEmpty();
    }

    @Test
    void a_refused_row_takes_nothing_of_its_product_with_it() {
        catalog.load(LAPTOP);
        catalog.load("Chair,P-2,Chairs,Acme,Spec,A,,V-2,200,150,,9,,");
        Product before = catalog.product("P-2");

        Result result = catalog.load("Renamed,P-2,Renamed,Renamed,Spec,A,,V-1,200,150,,9,,");

        assertThat(result.errors()).hasSize(1);
        assertThat(catalog.product("P-2")).isEqualTo(before);
    }

    // The file

    @Test
    void a_header_that_lacks_columns_is_refused_by_their_names() {
        String header = HEADER.replace("Grade,", "").replace("12mo_Price", "12 months");

        assertThat(brokenFields(() -> catalog.read(header + "\n" + LAPTOP))).containsExactly("header required");
        assertThat(invalid(() -> catalog.read(header + "\n" + LAPTOP))
                        .fields()
                        .get(0)
                        .message())
                .endsWith("missing: grade, 12mo_price");
        assertThat(catalog.skus()).isEmpty();
    }

    @Test
    void an_empty_file_lacks_every_column_and_a_header_alone_loads_nothing() {
        assertThat(brokenFields(() -> catalog.read(""))).containsExactly("header required");
        assertThat(catalog.load()).isEqualTo(new Result(0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark_end_its_lines_as_windows_does_and_have_blank_ones() {
        String file = "\uFEFF" + HEADER + "\r\n\r\n" + LAPTOP + "\r\n\r\n";

        Result result = catalog.read(file);

        assertThat(result).isEqualTo(new Result(1, 1, 0, 1, 0, List.of()));
    }

    @Test
    void a_file_has_at_most_10_000_rows_good_or_bad() {
        String[] rows = new String[ImportProducts.MAX_ROWS];
        Arrays.fill(rows, "a bad row");
        rows[rows.length - 1] = LAPTOP;

        Result result = catalog.load(rows);

        assertThat(result.totalRows()).isEqualTo(ImportProducts.MAX_ROWS);
        assertThat(result.errors()).hasSize(ImportProducts.MAX_ROWS - 1);
        assertThat(result.variantsCreated()).isEqualTo(1);

        Result tooLong = catalog.load(String.join("\n", rows), LAPTOP, LAPTOP);

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
}

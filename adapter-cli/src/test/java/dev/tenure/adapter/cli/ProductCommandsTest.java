package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductCommandsTest {

    private static final String HEADER =
            InMemoryTenure.DEMO_CATALOG.lines().findFirst().orElseThrow() + "\n";

    private final Shell shell = Shell.onDemo();

    @Test
    void the_sample_catalog_can_be_imported_and_sold_from(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("catalog.csv"), shell.run("product", "sample").out());

        Shell.Run imported = shell.run("product", "import", file.toString());
        Shell.Run listed = shell.run("product", "list");

        assertThat(imported.exitCode()).isZero();
        assertThat(imported.out()).contains("12 rows: ", "0 rows skipped");
        Golden.assertMatches("product-list.txt", listed.out());
    }

    @Test
    void the_sample_needs_no_tenant_and_no_database() {
        shell.without("TENURE_TENANT").installation().failsWith(new InstallationProblem("no database"));

        assertThat(shell.run("product", "sample").exitCode()).isZero();
    }

    @Test
    void an_import_is_read_from_standard_input_and_answered_as_on_the_wire() throws Exception {
        Shell.Run run = shell.typing(HEADER
                        + "Stuhl „Größe“,CHAIR,Furniture,Sitwell,mesh,A,Grün,CHAIR-GREEN,100,50,,9.00,,\n"
                        + "Stuhl,CHAIR,Furniture,Sitwell,mesh,A,,CHAIR-FREE,100,50,,,,\n")
                .run("product", "import", "-", "-o", "json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEmpty();
        Golden.assertMatches("product-import.json", run.out());
    }

    @Test
    void rows_that_are_left_out_are_told_and_the_others_kept() {
        Shell.Run run = shell.typing(HEADER
                        + "Chair,CHAIR,Furniture,Sitwell,mesh,A,,CHAIR-1,100,50,,9.00,,\n"
                        + "Chair,CHAIR,Furniture,Sitwell,mesh,X,,CHAIR-2,100,50,,9.00,,\n")
                .run("product", "import", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("2 rows: 1 product created", "1 row skipped");
        assertThat(run.err()).contains("row 2 (CHAIR-2): grade must be A, B, C, D or E, not X");
        assertThat(shell.run("product", "list").out()).contains("CHAIR-1").doesNotContain("CHAIR-2");
    }

    @Test
    void a_file_of_another_shape_or_encoding_is_refused() {
        Shell.Run header = shell.typing("sku,price\n").run("product", "import", "-");
        Shell.Run latin1 = shell.typing(
                        (HEADER + "Stühle,C,F,S,mesh,A,,C-1,1,1,,9.00,,\n").getBytes(StandardCharsets.ISO_8859_1))
                .run("product", "import", "-");
        Shell.Run missing = shell.run("product", "import", "no-such-file.csv");

        assertThat(header.exitCode()).isEqualTo(3);
        assertThat(header.err()).contains("  header: the first line must name the columns; missing: ");
        assertThat(latin1.exitCode()).isEqualTo(3);
        assertThat(latin1.err()).contains("must be UTF-8");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no file no-such-file.csv");
    }

    @Test
    void a_variant_is_deactivated_and_activated_by_its_sku() {
        Shell.Run deactivated = shell.run("product", "deactivate", "IPAD-PRO-12-M2");
        Shell.Run refused = shell.typing(Requests.BUSINESS_ORDER).run("order", "create", "-f", "-");
        Shell.Run activated = shell.run("product", "activate", "IPAD-PRO-12-M2", "-o", "json");

        assertThat(deactivated.out()).isEqualTo("variant IPAD-PRO-12-M2 is inactive\n");
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("error: VARIANT_INACTIVE: ").contains("  items[1].sku: ");
        assertThat(activated.out()).contains("\"success\": true", "\"status\": \"active\"");
    }

    @Test
    void they_are_filtered() throws Exception {
        Shell.Run apple =
                shell.run("product", "list", "--brand", "Apple", "--category", "Tablets", "--status", "active");
        Shell.Run json = shell.run("product", "list", "--limit", "1", "-o", "json");
        Shell.Run gone = shell.run("product", "list", "--status", "discontinued");

        assertThat(apple.lines()).hasSize(2).element(1).asString().contains("IPAD-PRO-12-M2");
        assertThat(gone.out()).isEmpty();
        assertThat(json.out()).contains("\"hasMore\": true", "\"nextCursor\": \"");
        Golden.assertMatches(
                "product-list.json", json.out().replaceAll("\"nextCursor\": \".*\"", "\"nextCursor\": \"…\""));
    }

    @Test
    void a_product_is_shown_with_all_its_prices() throws Exception {
        Shell.Run shown = shell.run("product", "show", "IPAD-PRO-12");
        Shell.Run json = shell.run("product", "show", "IPAD-PRO-12", "-o", "json");
        Shell.Run absent = shell.run("product", "show", "IPAD-PRO-12-M2");

        Golden.assertMatches("product-show.txt", shown.out());
        Golden.assertMatches("product-show.json", json.out());
        assertThat(absent.exitCode()).isEqualTo(4);
        assertThat(absent.err()).contains("no product IPAD-PRO-12-M2");
    }

    @Test
    void variants_are_listed_and_filtered() throws Exception {
        Golden.assertMatches(
                "product-variants.txt", shell.run("product", "variants").out());
        assertThat(shell.run("product", "variants", "--sku", "macbook", "--grade", "A", "--status", "active")
                        .lines())
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("MACBOOK-PRO-16-M3 ");
        assertThat(shell.run("product", "variants", "--product", "DELL-U2722D", "-o", "json")
                        .out())
                .contains("\"variants\"", "\"variantSku\": \"DELL-U2722D-MONITOR\"")
                .doesNotContain("MACBOOK");
        assertThat(shell.run("product", "variants", "--category", "Tablets", "--brand", "Dell")
                        .out())
                .isEmpty();
        assertThat(shell.run("product", "variants", "--grade", "F").exitCode()).isEqualTo(2);
    }

    @Test
    void a_product_that_open_orders_have_is_discontinued_only_by_force() {
        assertThat(shell.typing(Requests.BUSINESS_ORDER)
                        .run("order", "create", "-f", "-")
                        .exitCode())
                .isZero();

        Shell.Run refused = shell.run("product", "discontinue", "IPAD-PRO-12");
        Shell.Run inUse = shell.run("product", "deactivate", "IPAD-PRO-12-M2");
        Shell.Run forced = shell.run("product", "discontinue", "IPAD-PRO-12", "--force");

        assertThat(refused.exitCode()).isEqualTo(5);
        assertThat(refused.err()).contains("error: PRODUCT_HAS_ACTIVE_ORDERS: ").contains("IPAD-PRO-12-M2");
        assertThat(inUse.err()).contains("error: VARIANT_IN_USE: ");
        assertThat(forced.out()).isEqualTo("product IPAD-PRO-12 is discontinued\n");
        assertThat(shell.run("product", "list", "--status", "discontinued").out())
                .contains("IPAD-PRO-12-M2");
        assertThat(shell.run("product", "deactivate", "MACBOOK-PRO-16-M3", "--force")
                        .exitCode())
                .isZero();
    }

    @Test
    void products_are_searched() {
        assertThat(shell.run("product", "list", "--search", "u2722").lines())
                .hasSize(2)
                .element(1)
                .asString()
                .contains("DELL-U2722D-MONITOR");
    }
}

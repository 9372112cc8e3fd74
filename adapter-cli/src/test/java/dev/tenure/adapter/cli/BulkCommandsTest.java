package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkCommandsTest {

    private static final String LINE = """
            {"orderId": "old-1", "createdAt": "2024-01-01T08:00:00Z", \
            "customer": {"email": "a@x.example", "firstName": "Ann", "lastName": "Lee"}, \
            "billingAddress": {"contactName": "Ann", "streetAddress": "Street 1", "city": "Utrecht", "country": "NL"}, \
            "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 3, "contractLength": 24, "unitPrice": 70}]}
            """;
    private static final String BAD_LINE =
            LINE.replace("MACBOOK-PRO-16-M3", "NO-SUCH").replace("old-1", "old-2");

    private final Shell shell = Shell.onDemo();

    @Test
    void orders_are_imported_from_standard_input_and_again_without_effect() {
        Shell.Run first = shell.typing(LINE + "\n" + BAD_LINE).run("order", "import", "-");
        Shell.Run second = shell.typing(LINE).run("order", "import", "-", "-o", "json");

        assertThat(first.exitCode()).isEqualTo(3);
        assertThat(first.out()).isEqualTo("2 lines: 1 imported, 0 unchanged, 1 failed, 0 rejected\n");
        assertThat(first.err()).endsWith("line 3: VARIANT_NOT_FOUND: items[0].sku: no variant has the SKU NO-SUCH\n");
        assertThat(second.exitCode()).isZero();
        assertThat(second.out()).isEqualTo("""
                {"line":1,"status":"unchanged","orderId":"old-1"}
                {"summary":{"lines":1,"imported":0,"unchanged":1,"failed":0,"rejected":0}}
                """);
    }

    @Test
    void an_import_can_be_tried_out_and_can_be_wanted_whole(@TempDir Path folder) throws Exception {
        Path mixed = Files.writeString(folder.resolve("mixed.ndjson"), LINE + BAD_LINE);

        Shell.Run tried = shell.run("order", "import", mixed.toString(), "--dry-run");
        Shell.Run whole = shell.run("order", "import", mixed.toString(), "--all-or-nothing");

        assertThat(tried.out())
                .isEqualTo("2 lines: 1 imported, 0 unchanged, 1 failed, 0 rejected (dry run; nothing was saved)\n");
        assertThat(whole.out()).isEqualTo("2 lines: 0 imported, 0 unchanged, 1 failed, 1 rejected\n");
        assertThat(whole.exitCode()).isEqualTo(3);
        assertThat(shell.run("order", "list").out()).isEmpty();
        assertThat(shell.typing(LINE).run("order", "import", "-", "--dry-run").exitCode())
                .isEqualTo(2);
    }

    @Test
    void orders_are_exported_as_lines_or_as_csv() {
        shell.typing(LINE).run("order", "import", "-");

        Shell.Run lines = shell.run("order", "export");
        Shell.Run csv = shell.run("order", "export", "--format", "csv", "--status", "pending");

        assertThat(lines.out()).startsWith("{\"orderId\":\"old-1\"").endsWith("}\n");
        assertThat(lines.out().lines()).hasSize(1);
        assertThat(csv.out()).startsWith("orderId,status,orderType,createdAt");
        assertThat(csv.out()).contains("old-1,pending,standard,2024-01-01T08:00:00.000Z");
        assertThat(shell.run("order", "export", "--status", "cancelled").out()).isEmpty();
    }

    @Test
    void units_are_handed_over_from_csv_or_from_lines() {
        shell.typing(LINE).run("order", "import", "-");

        Shell.Run csv = shell.typing("assetSerialNumber,sku,startDate\nSN-1,,2024-02-01\nSN-2,MACBOOK-PRO-16-M3,\n")
                .run("order", "fulfil", "old-1", "-f", "-");
        Shell.Run json = shell.typing("{\"assetSerialNumber\": \"SN-2\"}\n{\"assetSerialNumber\": \"SN-3\"}\n{}\n")
                .run("order", "fulfil", "old-1", "-f", "-", "--best-effort");

        assertThat(csv.exitCode()).as(csv.err()).isZero();
        assertThat(csv.err()).contains("2 units handed over, 0 before, 0 failed; the order is partial");
        assertThat(json.exitCode()).isEqualTo(5);
        assertThat(json.err()).contains("1 unit handed over, 1 before, 1 failed; the order is fulfilled");
        assertThat(json.out()).contains("already fulfilled").contains("VALIDATION_ERROR");
    }

    @Test
    void one_bad_unit_refuses_them_all() {
        shell.typing(LINE).run("order", "import", "-");

        Shell.Run run = shell.typing("assetSerialNumber,itemIndex\nSN-1,\nSN-2,7\nSN-3,first\n")
                .run("order", "fulfil", "old-1", "-f", "-");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("units[1].itemIndex").contains("units[2].itemIndex");
        assertThat(shell.run("subscription", "list").out()).isEmpty();
    }
}

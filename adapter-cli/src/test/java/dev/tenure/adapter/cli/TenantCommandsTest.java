package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import org.junit.jupiter.api.Test;

class TenantCommandsTest {

    private final Shell shell = new Shell(InMemoryTenure.empty());

    @Test
    void a_tenant_is_created_with_the_usual_settings() throws Exception {
        Shell.Run run = shell.run("tenant", "create", "acme", "--currency", "EUR", "--name", "Acme Rentals");

        assertThat(run.exitCode()).isZero();
        Golden.assertMatches("tenant-show.txt", run.out());
        assertThat(shell.run("tenant", "show", "acme").out()).isEqualTo(run.out());
    }

    @Test
    void as_json_it_has_every_setting() throws Exception {
        shell.run("tenant", "create", "acme", "--currency", "EUR");

        Shell.Run run = shell.run("tenant", "show", "acme", "-o", "json");

        Golden.assertMatches("tenant-show.json", run.out());
    }

    @Test
    void every_setting_can_be_changed() {
        shell.run("tenant", "create", "acme", "--currency", "EUR");

        Shell.Run run = shell.run(
                "tenant",
                "set",
                "acme",
                "--name",
                "Acme",
                "--contract-lengths",
                "3,6,18",
                "--default-contract-length",
                "18",
                "--tax-mode",
                "inclusive",
                "--tax-rate",
                "8.875",
                "--time-zone",
                "America/New_York",
                "--require-confirmation",
                "--require-registered-assets=true");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "Name                       Acme\n",
                        "Contract lengths           3, 6, 18 months",
                        "Default length             18 months",
                        "Tax                        inclusive 8.875 %",
                        "Time zone                  America/New_York",
                        "Orders need confirmation   yes",
                        "Assets must be registered  yes");
    }

    @Test
    void a_switch_can_be_turned_off_again() {
        shell.run("tenant", "create", "acme", "--currency", "EUR");
        shell.run("tenant", "set", "--require-confirmation", "acme");

        Shell.Run run = shell.run("tenant", "set", "acme", "--require-confirmation=false", "-o", "json");

        assertThat(run.out()).contains("\"requireConfirmation\": false");
    }

    @Test
    void what_is_not_named_stays() {
        shell.run("tenant", "create", "acme", "--currency", "EUR");
        shell.run("tenant", "set", "acme", "--require-confirmation", "--tax-mode", "exclusive", "--tax-rate", "21");

        Shell.Run run = shell.run("tenant", "set", "acme", "--name", "New");

        assertThat(run.out()).contains("exclusive 21 %", "confirmation   yes");
    }

    @Test
    void a_change_of_nothing_is_wrong_usage() {
        shell.run("tenant", "create", "acme", "--currency", "EUR");

        assertThat(shell.run("tenant", "set", "acme").exitCode()).isEqualTo(2);
    }

    @Test
    void unusable_settings_are_all_named() {
        shell.run("tenant", "create", "acme", "--currency", "EUR");

        Shell.Run run = shell.run(
                "tenant", "set", "acme", "--tax-rate", "101", "--time-zone", "Mars", "--default-contract-length", "7");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("  taxRatePercent: ", "  timeZone: ", "  contractLengths: ");
    }

    @Test
    void they_are_listed_by_id() throws Exception {
        shell.run("tenant", "create", "zeta", "--currency", "JPY", "--name", "株式会社ゼータ");
        shell.run("tenant", "create", "acme", "--currency", "EUR");

        Shell.Run table = shell.run("tenant", "list");
        Shell.Run json = shell.run("tenant", "list", "-o", "json");

        Golden.assertMatches("tenant-list.txt", table.out());
        assertThat(json.out()).containsSubsequence("\"acme\"", "\"zeta\"", "\"count\": 2");
    }
}

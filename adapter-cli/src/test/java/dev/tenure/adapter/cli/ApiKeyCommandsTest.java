package dev.tenure.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiKeyCommandsTest {

    private final Shell shell = Shell.onDemo();

    @Test
    void a_new_key_is_shown_with_a_hint_that_it_is_not_shown_again() {
        Shell.Run run = shell.run("api-key", "create", "--name", "web shop");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("Key {6}tnr_live_\\w+_\\w+\n")
                .contains("Name     web shop", "Scopes   all");
        assertThat(run.err()).contains("it is not shown again");
    }

    @Test
    void as_json_it_is_one_object() throws Exception {
        Shell.Run run = shell.run(
                "api-key",
                "create",
                "-o",
                "json",
                "--name",
                "reader",
                "--scope",
                "orders:read",
                "--scope",
                "products:read,customers:read",
                "--expires-at",
                "2027-01-31T12:00:00+01:00");

        assertThat(run.err()).isEmpty();
        Golden.assertMatches("api-key-create.json", run.out());
    }

    @Test
    void without_a_name_it_is_called_after_who_made_it_and_lives_until_revoked() {
        Shell.Run run = shell.run("api-key", "create", "-o", "json");

        assertThat(run.out())
                .contains("\"name\": \"cli:" + System.getProperty("user.name") + "\"", "\"expiresAt\": null")
                .contains("\"orders:write\"", "\"customers:read\"");
    }

    @Test
    void a_date_of_expiry_begins_in_the_time_zone_of_the_tenant() {
        shell.run("tenant", "set", "demo", "--time-zone", "Asia/Tokyo");

        Shell.Run run = shell.run("api-key", "create", "--expires-at", "2027-02-01", "-o", "json");
        Shell.Run unreadable = shell.run("api-key", "create", "--expires-at", "tomorrow");

        assertThat(run.out()).contains("\"expiresAt\": \"2027-01-31T15:00:00.000Z\"");
        assertThat(unreadable.exitCode()).isEqualTo(2);
        assertThat(unreadable.err()).contains("--expires-at must be a time such as ");
    }

    @Test
    void keys_are_listed_without_their_secrets_and_revoked_by_id() throws Exception {
        shell.run("api-key", "create", "--name", "first");
        shell.run("api-key", "create", "--name", "second", "--scope", "orders:read");

        Shell.Run revoked = shell.run("api-key", "revoke", "000001");
        Shell.Run table = shell.run("api-key", "list");
        Shell.Run json = shell.run("api-key", "list", "-o", "json");

        assertThat(revoked.out()).isEqualTo("key 000001 (first) is revoked\n");
        Golden.assertMatches("api-key-list.txt", table.out());
        Golden.assertMatches("api-key-list.json", json.out());
        assertThat(json.out()).doesNotContain("tnr_live_", "secret");
    }

    @Test
    void a_key_is_limited_at_its_making_or_later_and_the_limit_lifted_again() {
        Shell.Run created = shell.run("api-key", "create", "--name", "shop", "--requests-per-minute", "60");
        Shell.Run changed = shell.run("api-key", "limit", "000001", "120");
        Shell.Run listed = shell.run("api-key", "list");
        Shell.Run lifted = shell.run("api-key", "limit", "000001", "none", "-o", "json");

        assertThat(created.out()).contains("Limit    60 a minute");
        assertThat(changed.out()).isEqualTo("key 000001 (shop) may make 120 requests a minute\n");
        assertThat(listed.out()).contains("LIMIT", "120 a minute");
        assertThat(lifted.out()).contains("\"requestsPerMinute\": null");
    }

    @Test
    void a_limit_that_is_none_is_refused() {
        shell.run("api-key", "create", "--name", "shop");

        Shell.Run zero = shell.run("api-key", "limit", "000001", "0");
        Shell.Run word = shell.run("api-key", "limit", "000001", "many");
        Shell.Run absent = shell.run("api-key", "limit", "nokey", "5");

        assertThat(zero.exitCode()).isEqualTo(3);
        assertThat(zero.err()).contains("requests per minute are 1 to 1000000, not 0");
        assertThat(word.exitCode()).isEqualTo(2);
        assertThat(word.err()).contains("a limit is 1 to 1000000 requests a minute, or none, not many");
        assertThat(absent.exitCode()).isNotZero();
    }
}

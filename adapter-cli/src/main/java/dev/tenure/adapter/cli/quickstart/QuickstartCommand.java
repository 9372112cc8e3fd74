package dev.tenure.adapter.cli.quickstart;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.catalog.SampleCatalog;
import dev.tenure.adapter.cli.order.OrderPage;
import dev.tenure.adapter.cli.service.Address;
import dev.tenure.adapter.cli.shared.CommandFailed;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Output;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.UseCases;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateApiKeyCommand;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenure quickstart}. */
@Command(
        name = "quickstart",
        description = {
            "Start a server with a demo tenant and take one order from placement to fulfilment via the HTTP API.",
            "Another run keeps the data and adds an order."
        })
public final class QuickstartCommand implements Runnable {

    private static final String TENANT = "demo";
    private static final String KEY_NAME = "quickstart";
    private static final BigDecimal TAX_RATE_PERCENT = BigDecimal.valueOf(21);
    private static final List<Sku> ORDERED = List.of(new Sku("MACBOOK-PRO-16-M3"), new Sku("IPAD-PRO-12-M2"));
    private static final int COUNTED_PAGES = 10;

    private final Context context;

    @Mixin
    private final Address address = new Address();

    @Option(names = "--exit", description = "End after the tour instead of serving.")
    private boolean exit;

    public QuickstartCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (context.tenantOption() != null) {
            throw new UsageProblem("quickstart always works in its own tenant, " + TENANT + "; leave --tenant out");
        }
        Installation installation = context.installation();
        say(bold("Tenure " + installation.version() + " quickstart"));
        say("");
        try (Installation.Server server = installation.serve(flags(), true, context.console()::note)) {
            show(server, tour(server));
            if (!exit) {
                say("Serving until Ctrl-C.");
                server.awaitStop();
            }
        }
    }

    // A person watches: the server logs text, and no line for each request of the tour.
    private Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>(address.addTo(context.flags()));
        flags.put("log-format", "text");
        flags.put("log-requests", "false");
        return flags;
    }

    private Toured tour(Installation.Server server) {
        UseCases useCases = server.useCases();
        done("server", url(server));
        Tenant tenant = tenant(useCases);
        Caller caller = Context.caller(TENANT);
        catalog(useCases, caller);
        orders(useCases, caller);
        CreateApiKey.Created key = key(useCases);

        say("");
        say(bold("One order, via the HTTP API"));
        say("");
        String run =
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
        Tour tour = new Tour(server.uri(), TENANT, key.key(), run);
        Tour.Step placed = tour.place(businessOrder());
        step(placed, placed.orderId());
        step(tour.confirm(placed.orderId()), "");
        int unit = 0;
        for (OrderItem item :
                useCases.orders().find().one(caller, placed.orderId()).items()) {
            for (int i = 0; i < item.quantity(); i++) {
                unit++;
                String serialNumber = "QS-%s-%d".formatted(run, unit);
                step(
                        tour.fulfil(placed.orderId(), item.sku().value(), serialNumber),
                        "%s  %s".formatted(serialNumber, item.sku()));
            }
        }
        return new Toured(tenant, key, useCases.orders().find().one(caller, placed.orderId()));
    }

    private Tenant tenant(UseCases useCases) {
        Optional<Tenant> found = useCases.tenants().find().all().stream()
                .filter(tenant -> tenant.id().value().equals(TENANT))
                .findFirst();
        if (found.isPresent()) {
            done("tenant", TENANT + ", unchanged");
            return found.get();
        }
        useCases.tenants().create().create(new CreateTenantCommand(TENANT, "Demo", "EUR"));
        Tenant tenant = useCases.tenants()
                .changeSettings()
                .change(new ChangeTenantSettingsCommand(
                        TENANT,
                        null,
                        null,
                        null,
                        null,
                        TaxMode.EXCLUSIVE,
                        TAX_RATE_PERCENT,
                        "Europe/Amsterdam",
                        null,
                        null));
        done("tenant", TENANT + ", new: prices in EUR, 21 % tax on top");
        return tenant;
    }

    private void catalog(UseCases useCases, Caller caller) {
        Page<Product> products = useCases.catalog()
                .findProducts()
                .list(caller, FindProducts.Filter.ALL, new PageRequest(PageRequest.MAX_LIMIT, null));
        boolean there = ORDERED.stream().allMatch(sku -> products.rows().stream()
                .anyMatch(product -> product.variant(sku).isPresent()));
        if (there) {
            done("catalog", "unchanged, %d products".formatted(products.rows().size()));
            return;
        }
        ImportProducts.Result result =
                useCases.catalog().importProducts().importCsv(caller, new StringReader(SampleCatalog.csv()));
        if (!result.errors().isEmpty()) {
            throw new CommandFailed("the sample catalog was not taken: "
                    + result.errors().get(0).error());
        }
        done("catalog", "%d products imported".formatted(result.productsCreated() + result.productsUpdated()));
    }

    private void orders(UseCases useCases, Caller caller) {
        int count = 0;
        PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null);
        for (int i = 0; i < COUNTED_PAGES; i++) {
            Page<OrderView> page = useCases.orders().find().list(caller, OrderQuery.ALL, request);
            count += page.rows().size();
            if (page.nextCursor() == null) {
                done("orders", count == 0 ? "none yet" : count + " so far");
                return;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.nextCursor());
        }
        done("orders", "more than " + count + " so far");
    }

    // The key of an earlier run is not needed any more: this run prints its own.
    private CreateApiKey.Created key(UseCases useCases) {
        useCases.tenants().findApiKeys().ofTenant(TENANT).stream()
                .filter(key -> key.name().equals(KEY_NAME) && key.revokedAt() == null)
                .forEach(key -> useCases.tenants().revokeApiKey().revoke(key.id()));
        CreateApiKey.Created key = useCases.tenants()
                .createApiKey()
                .create(new CreateApiKeyCommand(TENANT, KEY_NAME, Permission.ALL, null));
        done("API key", "made, printed below");
        return key;
    }

    private void show(Installation.Server server, Toured toured) {
        String url = url(server);
        context.print(
                () -> new JsonObject()
                        .value("url", url)
                        .value("tenantId", TENANT)
                        .value("keyId", toured.key().apiKey().id())
                        .value("key", toured.key().key())
                        .value("orderId", toured.order().orderId())
                        .value("order", OrderCodec.order(toured.order())),
                () -> "\n"
                        + bold("Order %s, %s, %s a month"
                                .formatted(
                                        toured.order().orderId(),
                                        toured.order().customer().company(),
                                        Spelling.money(toured.order().totals().total())))
                        + "\n\n"
                        + OrderPage.items(toured.order())
                        + "\n"
                        + new Details()
                                .with("URL", url)
                                .with("Tenant", TENANT)
                                .with("API key", toured.key().key())
                        + "\nList the orders:\n\n"
                        + "  curl -s '%s/v1/orders' -H 'Authorization: Bearer %s' -H 'Tenant-ID: %s'\n\n"
                                .formatted(url, toured.key().key(), TENANT)
                        + "Or in another terminal:\n\n  tenure order list --tenant " + TENANT + settings() + "\n\n");
    }

    // Another command must find the same database.
    private String settings() {
        return context.flags().entrySet().stream()
                .map(flag -> " --%s '%s'".formatted(flag.getKey(), flag.getValue()))
                .collect(Collectors.joining());
    }

    private static String url(Installation.Server server) {
        return server.uri().toString().replaceFirst("/$", "");
    }

    private void done(String what, String how) {
        say("  %s  %-8s  %s".formatted(green("✓"), what, how));
    }

    private void step(Tour.Step step, String about) {
        String status = "%-9s".formatted(step.status());
        String shown = step.status().equals("fulfilled") ? green(status) : status;
        String line = "  %-26s %s  %s  %s".formatted(step.request(), shown, step.progress(), about);
        say(line.stripTrailing());
    }

    private void say(String line) {
        if (context.output() == Output.TABLE) {
            context.console().line(line);
        }
    }

    private String bold(String text) {
        return styled("1", text);
    }

    private String green(String text) {
        return styled("32", text);
    }

    private String styled(String style, String text) {
        return context.console().coloured() ? "\u001B[" + style + "m" + text + "\u001B[0m" : text;
    }

    private static String businessOrder() {
        try (InputStream in = QuickstartCommand.class.getResourceAsStream("business-order.json")) {
            if (in == null) {
                throw new IllegalStateException("business-order.json is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The result of the tour. */
    private record Toured(Tenant tenant, CreateApiKey.Created key, OrderView order) {}
}

package dev.tenure.adapter.cli.catalog;

import dev.tenure.adapter.cli.shared.Activity;
import dev.tenure.adapter.cli.shared.Console;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.cli.shared.VariantActivity;
import dev.tenure.adapter.json.catalog.ProductCodec;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.shared.SharedError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure product …}. */
@Command(
        name = "product",
        description = "Import, show and list the catalog; change what can be ordered.",
        addMethodSubcommands = false)
public final class ProductCommands {

    private final Context context;

    public ProductCommands(Context context) {
        this.context = context;
    }

    @Command(name = "import", description = "Load the catalog from CSV; existing products and variants are updated.")
    int importCsv(@Parameters(paramLabel = "FILE", description = "The CSV; - reads standard input.") String file) {
        ImportProducts.Result[] result = new ImportProducts.Result[1];
        context.inTenant(in -> {
            try (Reader csv = reader(file)) {
                result[0] = in.useCases().catalog().importProducts().importCsv(in.caller(), csv);
            } catch (UncheckedIOException unreadable) {
                throw unreadable(file, unreadable.getCause());
            } catch (IOException unreadable) {
                throw unreadable(file, unreadable);
            }
        });
        print(result[0]);
        return (result[0].errors().isEmpty() ? ExitCode.OK : ExitCode.INVALID).number();
    }

    @Command(name = "list", description = "List products and what their variants cost a month, newest first.")
    void list(
            @Option(names = "--status", paramLabel = "STATUS", description = "active or discontinued.") @Nullable
                    Activity status,
            @Option(names = "--category", paramLabel = "NAME", description = "Products of this category.") @Nullable
                    String category,
            @Option(names = "--brand", paramLabel = "NAME", description = "Products of this brand.") @Nullable
                    String brand,
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            description = "A part of the name, SKU, brand or category.")
                    @Nullable
                    String search,
            @Mixin Paging paging) {
        Boolean active = status == null ? null : status == Activity.ACTIVE;
        FindProducts.Filter filter = new FindProducts.Filter(active, category, brand, search);
        context.inTenant(in -> {
            List<Integer> lengths = in.tenant().settings().contractLengths().allowedMonths();
            paging.print(
                    context,
                    "products",
                    page -> in.useCases().catalog().findProducts().list(in.caller(), filter, page),
                    ProductCodec::product,
                    table(lengths),
                    product -> rows(product, lengths));
        });
    }

    @Command(name = "show", description = "Show one product with all its variants and prices.")
    void show(@Parameters(paramLabel = "SKU", description = "The product's SKU.") String sku) {
        context.inTenant(in -> {
            Product product = in.useCases()
                    .catalog()
                    .findProducts()
                    .one(in.caller(), new ProductRef.BySku(sku))
                    .value();
            context.print(
                    () -> ProductCodec.product(product),
                    () -> ProductPage.page(product, in.tenant().settings().timeZone()));
        });
    }

    @Command(name = "discontinue", description = "Discontinue a product with all its variants.")
    void discontinue(
            @Parameters(paramLabel = "SKU", description = "The product's SKU.") String sku,
            @Option(names = "--force", description = "Even while open orders have it.") boolean force) {
        context.inTenant(in -> {
            Product product = in.useCases()
                    .catalog()
                    .discontinueProduct()
                    .discontinue(in.caller(), new ProductRef.BySku(sku), force)
                    .value();
            print("product %s is discontinued".formatted(product.sku()), product);
        });
    }

    @Command(name = "variants", description = "List variants, newest first.")
    void variants(
            @Option(names = "--status", paramLabel = "STATUS", description = "active or inactive.") @Nullable
                    VariantActivity status,
            @Option(names = "--product", paramLabel = "SKU", description = "Variants of the product with this SKU.")
                    @Nullable
                    String productSku,
            @Option(names = "--sku", paramLabel = "TEXT", description = "A part of the variant's SKU.") @Nullable
                    String sku,
            @Option(names = "--grade", paramLabel = "GRADE", description = "A, B, C, D or E.") @Nullable Grade grade,
            @Option(names = "--category", paramLabel = "NAME", description = "Variants of this category.") @Nullable
                    String category,
            @Option(names = "--brand", paramLabel = "NAME", description = "Variants of this brand.") @Nullable
                    String brand,
            @Mixin Paging paging) {
        Boolean active = status == null ? null : status == VariantActivity.ACTIVE;
        FindVariants.Filter filter = new FindVariants.Filter(active, productSku, sku, grade, category, brand);
        context.inTenant(in -> paging.print(
                context,
                "variants",
                page -> in.useCases().catalog().findVariants().list(in.caller(), filter, page),
                ProductCodec::variant,
                ProductPage.variants(),
                listed -> List.of(ProductPage.row(listed))));
    }

    @Command(name = "activate", description = "Allow orders of a variant.")
    void activate(@Parameters(paramLabel = "SKU", description = "The variant's SKU.") String sku) {
        change(sku, true, false);
    }

    @Command(name = "deactivate", description = "Stop orders of a variant; placed orders do not change.")
    void deactivate(
            @Parameters(paramLabel = "SKU", description = "The variant's SKU.") String sku,
            @Option(names = "--force", description = "Even while open orders have it.") boolean force) {
        change(sku, false, force);
    }

    @Command(name = "sample", description = "Print a sample catalog as CSV, to import or to start from.")
    void sample() {
        context.console().print(SampleCatalog.csv());
    }

    private void change(String sku, boolean active, boolean force) {
        context.inTenant(in -> {
            Product product = in.useCases()
                    .catalog()
                    .changeVariantStatus()
                    .change(in.caller(), new ProductRef.ByVariantSku(sku), active, force)
                    .value();
            Variant variant = product.variant(new Sku(sku)).orElseThrow();
            context.print(() -> ProductCodec.changedVariant(product, variant), () -> "variant %s is %s\n"
                    .formatted(sku, active ? "active" : "inactive"));
        });
    }

    private void print(String message, Product product) {
        context.print(() -> ProductCodec.changed(message, product), () -> message + "\n");
    }

    private void print(ImportProducts.Result result) {
        String message = "%s: %s created, %d updated; %s created, %d updated; %s skipped"
                .formatted(
                        Spelling.counted(result.totalRows(), "row"),
                        Spelling.counted(result.productsCreated(), "product"),
                        result.productsUpdated(),
                        Spelling.counted(result.variantsCreated(), "variant"),
                        result.variantsUpdated(),
                        Spelling.counted(result.errors().size(), "row"));
        context.print(() -> ProductCodec.imported(result), () -> message + "\n");
        Console console = context.console();
        result.errors()
                .forEach(error -> console.note("row %d%s: %s"
                        .formatted(error.row(), error.sku() == null ? "" : " (" + error.sku() + ")", error.error())));
    }

    private static RuntimeException unreadable(String file, @Nullable IOException failure) {
        return failure instanceof CharacterCodingException
                ? new InvalidCommand(
                        SharedError.VALIDATION_ERROR, List.of(new FieldError("", "invalid_string", "must be UTF-8")))
                : new UsageProblem("%s can't be read: %s".formatted(file, failure));
    }

    private Reader reader(String file) {
        return new InputStreamReader(
                context.input(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Table table(List<Integer> lengths) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                Table.elastic("PRODUCT"), Table.column("VARIANT SKU"), Table.column("GRADE"), Table.column("STATUS")));
        lengths.forEach(months -> columns.add(Table.number(months + " MO")));
        return new Table(columns.toArray(Table.Column[]::new));
    }

    private static List<List<String>> rows(Product product, List<Integer> lengths) {
        List<List<String>> rows = new ArrayList<>();
        for (Variant variant : product.variants()) {
            String status = !product.active() ? "discontinued" : variant.active() ? "active" : "inactive";
            List<String> row = new ArrayList<>(List.of(
                    rows.isEmpty() ? product.name() : "",
                    variant.sku().value(),
                    variant.grade().name(),
                    status));
            lengths.forEach(months -> row.add(variant.tier(months)
                    .map(tier -> Spelling.amount(tier.monthlyPrice()))
                    .orElse("-")));
            rows.add(row);
        }
        return rows;
    }
}

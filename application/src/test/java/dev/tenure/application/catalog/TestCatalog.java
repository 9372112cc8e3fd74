package dev.tenure.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.in.FindProducts.Filter;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.DiscountInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.Status;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.Grade;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.Product;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant's catalog in memory: what the tests of its jobs ask and read. */
public final class TestCatalog {

    public static final String HEADER = "Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,"
            + "List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price";

    /** A row of product P-1 with variant V-1. */
    public static final String LAPTOP =
            "Laptop,P-1,Laptops,Acme,\"16 inch, fast\",B,Grey,V-1,2000.01,1500.02,60,50.5,40.25,";

    private final InMemoryTenure tenure;
    private final Caller caller;

    public TestCatalog(InMemoryTenure tenure) {
        this.tenure = tenure;
        this.caller = tenure.demo();
    }

    /** The catalog of a tenant that is made now, with nothing in it. */
    public static TestCatalog ofNewTenant(InMemoryTenure tenure) {
        assertThat(tenure.useCases().tenants().create().create(new CreateTenantCommand("demo", null, "EUR")))
                .isNotNull();
        return new TestCatalog(tenure);
    }

    /** Loads these rows under the {@link #HEADER}. */
    public ImportProducts.Result load(String... rows) {
        return read(HEADER + "\n" + String.join("\n", rows));
    }

    /** Loads a file. */
    public ImportProducts.Result read(String file) {
        return tenure.useCases().catalog().importProducts().importCsv(caller, new StringReader(file));
    }

    public UpsertProduct.Result upsert(UpsertProductCommand command) {
        return tenure.useCases().catalog().upsertProduct().upsert(caller, command);
    }

    public Versioned<Product> discontinue(String sku, boolean force) {
        return tenure.useCases().catalog().discontinueProduct().discontinue(caller, new ProductRef.BySku(sku), force);
    }

    /** Makes a variant active or inactive, unless an open order has it. */
    public Product setActive(String variantSku, boolean active) {
        return setActive(variantSku, active, false);
    }

    public Product setActive(String variantSku, boolean active, boolean force) {
        return tenure.useCases()
                .catalog()
                .changeVariantStatus()
                .change(caller, new ProductRef.ByVariantSku(variantSku), active, force)
                .value();
    }

    public Product product(String sku) {
        return versioned(sku).value();
    }

    public Versioned<Product> versioned(String sku) {
        return tenure.useCases().catalog().findProducts().one(caller, new ProductRef.BySku(sku));
    }

    /** The SKUs of all products, newest first. */
    public List<String> skus() {
        return skus(Filter.ALL);
    }

    public List<String> skus(Filter filter) {
        return tenure.useCases().catalog().findProducts().list(caller, filter, PageRequest.FIRST).rows().stream()
                .map(product -> product.sku().value())
                .toList();
    }

    /** A product with these variants and nothing optional. */
    public static UpsertProductCommand command(String sku, VariantInput... variants) {
        return new UpsertProductCommand(sku, "E-Bike", "Spec", "Bikes", "Pedal", null, null, null, List.of(variants));
    }

    public static UpsertProductCommand withStatus(UpsertProductCommand command, @Nullable Status status) {
        return new UpsertProductCommand(
                command.productSku(),
                command.name(),
                command.specification(),
                command.category(),
                command.brand(),
                command.description(),
                command.images(),
                status,
                command.variants());
    }

    public static VariantInput bare(String sku) {
        return new VariantInput(sku, "Variant " + sku, Grade.A, null, null, null, null, null, List.of(tier(12, "10")));
    }

    public static VariantInput full(String sku) {
        return new VariantInput(
                sku,
                "Variant " + sku,
                Grade.B,
                "as new",
                "Red",
                List.of("https://a.example/red.png"),
                new BigDecimal("1000"),
                new BigDecimal("900"),
                List.of(
                        new TierInput(
                                12,
                                new BigDecimal("12"),
                                new BigDecimal("5"),
                                new DiscountInput(Discount.Type.FIXED, BigDecimal.ONE, "for a year"),
                                PriceOrigin.Source.MANUAL,
                                null,
                                null),
                        tier(18, "15")));
    }

    public static VariantInput priced(TierInput... tiers) {
        return new VariantInput("BIKE-1", "Bike", Grade.A, null, null, null, null, null, List.of(tiers));
    }

    public static TierInput tier(int months, String monthlyPrice) {
        return new TierInput(months, new BigDecimal(monthlyPrice), null, null, null, null, null);
    }
}

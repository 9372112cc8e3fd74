package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.json.catalog.ProductCodec;
import dev.tenure.adapter.json.catalog.UpsertProductCodec;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.DiscontinueProduct;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.ProductRef;
import dev.tenure.application.catalog.in.UpsertProduct;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.catalog.Product;
import java.util.List;

/** The operations on the catalog. */
public final class ProductRoutes {

    private static final String PRODUCTS = "/v1/products";
    private static final String PRODUCT = PRODUCTS + "/{productId}";
    private static final String VARIANTS = PRODUCTS + "/variants";
    private static final int MAX_CSV_BODY = CsvBody.MAX_FILE + 64 * 1024;

    private final UseCases useCases;
    private final CommandReader reading;

    public ProductRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(PRODUCTS, UpsertProduct.PERMISSION, this::upsert).heldTo(this::requireVersionOfSku),
                Route.get(PRODUCTS, FindProducts.PERMISSION, this::list),
                Route.get(VARIANTS, FindVariants.PERMISSION, this::variants),
                Route.patch(VARIANTS + "/{variantId}/status", ChangeVariantStatus.PERMISSION, this::changeVariantStatus)
                        .heldTo((request, condition) -> require(request, variant(request), condition)),
                Route.get(PRODUCT, FindProducts.PERMISSION, this::one),
                Route.delete(PRODUCT, DiscontinueProduct.PERMISSION, this::discontinue)
                        .heldTo((request, condition) -> require(request, product(request), condition)),
                Route.post(PRODUCTS + "/csv", ImportProducts.PERMISSION, this::importCsv)
                        .withMaxBody(MAX_CSV_BODY));
    }

    private Answer upsert(RestRequest request) {
        UpsertProductCodec mapping = new UpsertProductCodec();
        UpsertProduct.Result result;
        try {
            UpsertProductCommand command =
                    reading.command(request.withoutQuery().json(), mapping::command);
            result = useCases.catalog().upsertProduct().upsert(request.caller(), command);
        } catch (InvalidCommand refused) {
            throw mapping.asWritten(refused);
        }
        Product product = result.product().value();
        Answer answer = result.created()
                ? Answer.created(PRODUCTS + "/" + product.id(), ProductCodec.upserted(result))
                : Answer.ok(ProductCodec.upserted(result));
        return answer.withVersion(result.product().version());
    }

    // A body without a usable SKU is refused by the upsert.
    private void requireVersionOfSku(RestRequest request, VersionCondition condition) {
        String sku = request.json().text("productSku");
        if (sku != null && !sku.isBlank()) {
            require(request, new ProductRef.BySku(sku), condition);
        }
    }

    private void require(RestRequest request, ProductRef product, VersionCondition condition) {
        useCases.catalog().requireVersion().require(request.caller(), product, condition);
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        FindProducts.Filter filter = CatalogQueryReader.filter(parameters);
        PageRequest page = parameters.page();
        parameters.check();
        return Lists.answer(
                request,
                "products",
                useCases.catalog().findProducts().list(request.caller(), filter, page),
                ProductCodec::product);
    }

    private Answer variants(RestRequest request) {
        QueryParameters parameters = request.query();
        FindVariants.Filter filter = CatalogQueryReader.variantFilter(parameters);
        PageRequest page = parameters.page(FindVariants.MAX_LIMIT);
        parameters.check();
        return Lists.answer(
                request,
                "variants",
                useCases.catalog().findVariants().list(request.caller(), filter, page),
                ProductCodec::variant);
    }

    private Answer one(RestRequest request) {
        Versioned<Product> product =
                useCases.catalog().findProducts().one(request.withoutQuery().caller(), product(request));
        return Answer.ok(ProductCodec.product(product.value())).withVersion(product.version());
    }

    private Answer discontinue(RestRequest request) {
        boolean force = force(request);
        Versioned<Product> product =
                useCases.catalog().discontinueProduct().discontinue(request.caller(), product(request), force);
        return Answer.ok(ProductCodec.changed("Product discontinued", product.value()))
                .withVersion(product.version());
    }

    private Answer changeVariantStatus(RestRequest request) {
        boolean force = force(request);
        ProductRef.OfVariant variant = variant(request);
        Boolean active = reading.command(request.json(), ProductRoutes::requiredStatus);
        Versioned<Product> product =
                useCases.catalog().changeVariantStatus().change(request.caller(), variant, active, force);
        return Answer.ok(ProductCodec.changedVariant(
                        product.value(), variant.in(product.value()).orElseThrow(variant::notFound)))
                .withVersion(product.version());
    }

    private static boolean requiredStatus(JsonFields body) {
        Boolean active = ProductCodec.variantStatus(body);
        if (active == null && !body.has("status")) {
            body.refuse("status", "required", "must be active or inactive");
        }
        return Boolean.TRUE.equals(active);
    }

    private static boolean force(RestRequest request) {
        QueryParameters parameters = request.query();
        boolean force = parameters.flag("force");
        parameters.check();
        return force;
    }

    private static ProductRef product(RestRequest request) {
        return new ProductRef.ById(request.id("productId", "product"));
    }

    private static ProductRef.OfVariant variant(RestRequest request) {
        return new ProductRef.ByVariantId(request.id("variantId", "variant"));
    }

    private Answer importCsv(RestRequest request) {
        ImportProducts.Result result = CsvBody.of(request.withoutQuery())
                .read(csv -> useCases.catalog().importProducts().importCsv(request.caller(), csv));
        return Answer.json(201, ProductCodec.imported(result));
    }
}

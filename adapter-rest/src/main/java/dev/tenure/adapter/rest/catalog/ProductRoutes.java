package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.tenant.Scope;
import java.io.StringReader;
import java.util.List;

/** The operations on the catalog. */
public final class ProductRoutes {

    private static final String PRODUCTS = "/v1/products";
    private static final int MAX_CSV_BODY = CsvBody.MAX_FILE + 64 * 1024;

    private final UseCases useCases;

    public ProductRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PRODUCTS, Scope.PRODUCTS_READ, this::list),
                Route.post(PRODUCTS + "/csv", Scope.PRODUCTS_WRITE, this::importCsv)
                        .withMaxBody(MAX_CSV_BODY));
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        FindProducts.Filter filter = ProductMapping.filter(parameters);
        PageRequest page = parameters.page();
        parameters.check();
        return Lists.answer(
                request,
                "products",
                useCases.findProducts().list(request.caller(), filter, page),
                ProductMapping::product);
    }

    private Answer importCsv(RestRequest request) {
        String csv = CsvBody.of(request.withoutQuery());
        ImportProducts.Result result = useCases.importProducts().importCsv(request.caller(), new StringReader(csv));
        return Answer.json(201, ProductMapping.imported(result));
    }
}

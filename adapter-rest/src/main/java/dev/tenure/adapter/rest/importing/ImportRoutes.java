package dev.tenure.adapter.rest.importing;

import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.Route.Method;
import dev.tenure.adapter.rest.shared.StreamedExchange;
import dev.tenure.application.UseCases;
import dev.tenure.application.importing.in.ImportOrders;
import dev.tenure.application.importing.in.ImportOrders.Policy;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The import of orders. */
public final class ImportRoutes {

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private final UseCases useCases;

    public ImportRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Route> routes() {
        return List.of(Route.streaming(Method.POST, "/v1/orders/import", ImportOrders.PERMISSION, this::importOrders));
    }

    private void importOrders(RestRequest request, StreamedExchange exchange) throws IOException {
        QueryParameters parameters = request.query();
        Policy policy = parameters.oneOf("policy", Policy.class);
        boolean dryRun = parameters.oneOf("dryRun", FLAGS, false);
        parameters.check();
        request.contentType().require(StreamedExchange.NDJSON);
        ImportStream stream = new ImportStream(useCases.importing().importOrders(), request.caller(), exchange);
        if (policy == Policy.REJECT_ALL || dryRun) {
            stream.together(policy == null ? Policy.REJECT_FAILED : policy, dryRun);
        } else {
            stream.each();
        }
    }
}

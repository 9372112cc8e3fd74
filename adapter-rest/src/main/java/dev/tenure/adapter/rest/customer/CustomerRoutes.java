package dev.tenure.adapter.rest.customer;

import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.Lists;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.customer.in.FindCustomers;
import dev.tenure.application.shared.PageRequest;
import java.util.List;

/** The operations on customers. */
public final class CustomerRoutes {

    private static final String CUSTOMERS = "/v1/customers";

    private final UseCases useCases;

    public CustomerRoutes(UseCases useCases) {
        this.useCases = useCases;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(CUSTOMERS, FindCustomers.PERMISSION, this::list),
                Route.get(CUSTOMERS + "/{customerId}", FindCustomers.PERMISSION, this::one));
    }

    private Answer one(RestRequest request) {
        CustomerView customer =
                useCases.customers().find().one(request.withoutQuery().caller(), request.id("customerId", "customer"));
        return Answer.ok(CustomerCodec.customer(customer)).withVersion(customer.version());
    }

    private Answer list(RestRequest request) {
        QueryParameters parameters = request.query();
        CustomerQuery query = CustomerQueryReader.query(parameters);
        PageRequest page = parameters.page();
        parameters.check();
        return Lists.answer(
                request,
                "customers",
                useCases.customers().find().list(request.caller(), query, page),
                CustomerCodec::customer);
    }
}

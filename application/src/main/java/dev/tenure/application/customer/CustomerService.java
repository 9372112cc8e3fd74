package dev.tenure.application.customer;

import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.customer.in.FindCustomers;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Identifier;
import java.util.List;
import java.util.Optional;

/** Reads customers. */
public final class CustomerService implements FindCustomers {

    private final CustomerQueries queries;
    private final Cursors cursors;

    public CustomerService(CustomerQueries queries, Cursors cursors) {
        this.queries = queries;
        this.cursors = cursors;
    }

    @Override
    public CustomerView one(Caller caller, String customerId) {
        caller.require(FindCustomers.PERMISSION);
        return (Identifier.isWellFormed(customerId)
                        ? queries.find(caller.tenant(), new CustomerId(customerId))
                        : Optional.<CustomerView>empty())
                .orElseThrow(() -> new NotFound("customer", customerId));
    }

    @Override
    public Page<CustomerView> list(Caller caller, CustomerQuery query, PageRequest page) {
        caller.require(FindCustomers.PERMISSION);
        String search = query.filter().search();
        if (search != null) {
            SearchWords.check(search);
        }
        Object signed = List.of("customers", caller.tenant(), query);
        Position after = cursors.position(page, signed);
        return cursors.page(queries.list(caller.tenant(), query, page.limit(), after), page.limit(), signed);
    }
}

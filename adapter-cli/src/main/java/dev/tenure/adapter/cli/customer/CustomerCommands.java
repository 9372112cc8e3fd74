package dev.tenure.adapter.cli.customer;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.customer.CustomerType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure customer …}. */
@Command(name = "customer", description = "List and show customers.", addMethodSubcommands = false)
public final class CustomerCommands {

    private final Context context;

    public CustomerCommands(Context context) {
        this.context = context;
    }

    @Command(name = "list", description = "List customers, newest first.")
    void list(
            @Option(names = "--status", paramLabel = "STATUS", description = "active or inactive.") @Nullable
                    CustomerStatus status,
            @Option(names = "--customer-type", paramLabel = "TYPE", description = "individual or business.") @Nullable
                    CustomerType customerType,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "The customer with this address.")
                    @Nullable
                    String email,
            @Option(
                            names = "--search",
                            paramLabel = "WORDS",
                            description =
                                    "Parts of the name, e-mail address, company or phone number; every word must match.")
                    @Nullable
                    String search,
            @Option(
                            names = "--sort-by",
                            paramLabel = "FIELD",
                            description = "createdAt (default), firstName, lastName, email, totalMonthlyRevenue or"
                                    + " totalDevicesRented.",
                            defaultValue = "createdAt")
                    CustomerQuery.Sort sort,
            @Option(
                            names = "--sort-dir",
                            paramLabel = "asc|desc",
                            description = "The sort direction (default desc).",
                            defaultValue = "desc")
                    SortDirection direction,
            @Mixin Paging paging) {
        CustomerQuery query = new CustomerQuery(
                new CustomerFilter(
                        status == null ? null : status == CustomerStatus.ACTIVE, customerType, email, search),
                sort,
                direction == SortDirection.DESC);
        context.inTenant(in -> paging.print(
                context,
                "customers",
                page -> in.useCases().customers().find().list(in.caller(), query, page),
                CustomerCodec::customer,
                CustomerPage.list(),
                customer -> List.of(
                        CustomerPage.row(customer, in.tenant().settings().timeZone()))));
    }

    @Command(name = "show", description = "Show one customer.")
    void show(@Parameters(paramLabel = "CUSTOMER", description = "Their id.") String customerId) {
        context.inTenant(in -> {
            CustomerView customer = in.useCases().customers().find().one(in.caller(), customerId);
            context.print(
                    () -> CustomerCodec.customer(customer),
                    () -> CustomerPage.page(customer, in.tenant().settings().timeZone()));
        });
    }
}

package dev.tenure.adapter.cli.customer;

import dev.tenure.adapter.cli.shared.Addresses;
import dev.tenure.adapter.cli.shared.Details;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerProfile;
import java.time.ZoneId;
import java.util.List;

/** Customers as people read them. */
final class CustomerPage {

    private CustomerPage() {}

    /** The columns of a list. */
    static Table list() {
        return new Table(
                Table.column("CUSTOMER"),
                Table.elastic("NAME"),
                Table.elastic("E-MAIL"),
                Table.number("ORDERS"),
                Table.number("UNITS"),
                Table.number("A MONTH"),
                Table.column("CREATED"));
    }

    static List<String> row(CustomerView view, ZoneId zone) {
        Customer customer = view.customer();
        return List.of(
                customer.id().value(),
                name(customer.profile()),
                customer.profile().email().value(),
                String.valueOf(view.totalOrders()),
                String.valueOf(view.devicesRented()),
                Spelling.money(view.monthlyRevenue()),
                Spelling.minute(customer.createdAt(), zone));
    }

    /** The whole customer. */
    static String page(CustomerView view, ZoneId zone) {
        Customer customer = view.customer();
        CustomerProfile profile = customer.profile();
        return new Details()
                .with("Customer", customer.id())
                .with("Name", "%s (%s)".formatted(name(profile), EnumWords.word(profile.type())))
                .with("E-mail", profile.email())
                .with("Phone", profile.phone())
                .with("Status", CustomerCodec.status(customer))
                .with("Orders", view.totalOrders())
                .with("Units", view.devicesRented())
                .with("A month", Spelling.money(view.monthlyRevenue()))
                .with("Billing", Addresses.line(customer.lastBillingAddress()))
                .with("Shipping", Addresses.line(customer.lastShippingAddress()))
                .with("Created", Spelling.minute(customer.createdAt(), zone) + " " + zone)
                .with("Updated", Spelling.minute(customer.updatedAt(), zone) + " " + zone)
                .toString();
    }

    private static String name(CustomerProfile profile) {
        return profile.company() == null ? profile.fullName() : profile.fullName() + ", " + profile.company();
    }
}

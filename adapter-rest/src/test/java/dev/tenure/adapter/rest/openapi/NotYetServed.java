package dev.tenure.adapter.rest.openapi;

import java.util.Set;

/** What the document has and the server has not, yet. The tests fail for what is listed here and is served, too. */
final class NotYetServed {

    /** Operations by id, parameters of an operation after a question mark, and what every change takes by its name. */
    static final Set<String> LIST = Set.of(
            "quoteOrder",
            "importOrders",
            "exportOrders",
            "editOrder",
            "closeOrder",
            "replaceOrderNotes",
            "recordOrderPayment",
            "listOrderEvents",
            "getOrderActions",
            "fulfilOrder",
            "upsertProduct",
            "getProduct",
            "discontinueProduct",
            "listVariants",
            "changeVariantStatus",
            "listCustomers",
            "getCustomer",
            "listCustomFields",
            "putCustomField",
            "deleteCustomField",
            "getMetrics",
            "listOrders?customerType",
            "listOrders?orderType",
            "listOrders?createdFrom",
            "listOrders?createdTo",
            "listOrders?sku",
            "listOrders?serialNumber",
            "listOrders?search",
            "listOrders?customFields",
            "getOrder?asOf",
            "listProducts?search",
            "Idempotency-Key",
            "If-Match",
            "dryRun");

    private NotYetServed() {}
}

package dev.tenure.adapter.rest.customer;

import dev.tenure.adapter.json.customer.CustomerCodec;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerQuery.Sort;
import dev.tenure.domain.customer.CustomerType;

/** Reads the filters of customers. */
final class CustomerQueryReader {

    private CustomerQueryReader() {}

    static CustomerQuery query(QueryParameters parameters) {
        return new CustomerQuery(
                new CustomerFilter(
                        parameters.oneOf("status", CustomerCodec.ACTIVE),
                        parameters.oneOf("customerType", CustomerType.class),
                        parameters.text("email"),
                        parameters.text("search")),
                parameters.oneOf("sortBy", CustomerCodec.SORTS, Sort.CREATED_AT),
                parameters.oneOf("sortDir", CustomerCodec.DESCENDING, true));
    }
}

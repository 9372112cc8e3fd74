package dev.tenure.application.customer.in;

/**
 * Which customers, in which order.
 *
 * @param sort the sort field; ties are broken by id, in the same direction
 */
public record CustomerQuery(CustomerFilter filter, Sort sort, boolean descending) {

    /** All customers, newest first. */
    public static final CustomerQuery ALL = new CustomerQuery(CustomerFilter.NONE, Sort.CREATED_AT, true);

    /** The sort fields of a list; e-mail addresses in lower case. */
    public enum Sort {
        CREATED_AT,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        TOTAL_MONTHLY_REVENUE,
        TOTAL_DEVICES_RENTED
    }
}

package dev.tenure.application.customer.in;

/**
 * Which customers, in which order.
 *
 * @param sort by what; ties are broken by id, in the same direction
 */
public record CustomerQuery(CustomerFilter filter, Sort sort, boolean descending) {

    /** Everyone, newest first. */
    public static final CustomerQuery ALL = new CustomerQuery(CustomerFilter.NONE, Sort.CREATED_AT, true);

    /** What a list is sorted by; e-mail addresses in lower case. */
    public enum Sort {
        CREATED_AT,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        TOTAL_MONTHLY_REVENUE,
        TOTAL_DEVICES_RENTED
    }
}

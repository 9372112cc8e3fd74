package dev.tenure.benchmarks;

import dev.tenure.benchmarks.seed.Catalog;
import dev.tenure.benchmarks.seed.World;
import java.util.List;

/**
 * A list or a search of the API.
 *
 * @param query without the limit
 * @param quick whether a quick run measures it, too
 */
record ListOperation(String name, String query, boolean search, boolean quick) {

    private static final String LAST_NAME = World.person(7).lastName();

    /** Every documented filter and sort, and searches for words of every kind. */
    static final List<ListOperation> ALL = List.of(
            list("newest", "", true),
            list("oldest", "sortDir=asc", false),
            list("updated", "sortBy=updatedAt", false),
            list("by id", "sortBy=orderId", false),
            list("by status", "sortBy=status", false),
            list("by total", "sortBy=totals.total", true),
            list("by total, up", "sortBy=totals.total&sortDir=asc", false),
            list("pending", "status=pending", true),
            list("partial or cancelled", "status=partial&status=cancelled", false),
            list("of a customer", "customerId=" + World.customerId(7), true),
            list("of businesses", "customerType=business", false),
            list("upgrades", "orderType=upgrade", false),
            list("of a month", "createdFrom={month}&createdTo={nextMonth}", true),
            list("of a month by total", "createdFrom={month}&createdTo={nextMonth}&sortBy=totals.total", false),
            list("common SKU", "sku=" + Catalog.SKUS.get(0), false),
            list("rare SKU", "sku=" + Catalog.RARE_SKU, true),
            list("serial number", "serialNumber={serialNumber}", false),
            list("custom field", "customField_costCenter=CC-0042", true),
            list("pending, by total", "status=pending&sortBy=totals.total", false),
            search("rare word", "search=" + LAST_NAME, true),
            search("e-mail address", "search=" + World.person(7).email(), false),
            search("common word", "search=example", true),
            search("product name", "search=macbook", true),
            search("two letters", "search=ma", true),
            search("id", "search=" + World.orderId(4711), true),
            search("name and product", "search=" + LAST_NAME + "%20macbook", false),
            search("nothing", "search=zzyzx", false),
            search("rare word among pending", "search=" + LAST_NAME + "&status=pending", false));

    private static ListOperation list(String name, String query, boolean quick) {
        return new ListOperation(name, query, false, quick);
    }

    private static ListOperation search(String name, String query, boolean quick) {
        return new ListOperation(name, query, true, quick);
    }
}

package dev.tenure.application.importing.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import dev.tenure.domain.shared.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports orders of another system, with their dates, status and assets. An order is placed, confirmed, fulfilled,
 * cancelled or closed like any other, but with the original instants, so its events are its history. Unknown assets are
 * registered. A line without an order id gets one derived from its content.
 *
 * <p>A line can be imported again: it is {@code UNCHANGED} if the order with its id was imported from the same content,
 * whatever happened to the order since. Any other line with this id is refused with {@code ALREADY_EXISTS}.
 */
public interface ImportOrders {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /** How many lines are imported at a time. */
    int BATCH = 200;

    /**
     * Imports these lines, at most {@value #BATCH}, each by itself: a refused line does not affect the others. The
     * accepted ones are saved in one short transaction. The results are in the order of the lines.
     */
    List<Result> importEach(Caller caller, List<Entry<ImportedOrder>> lines);

    /**
     * Imports all lines in one transaction.
     *
     * @param policy whether one refused line refuses them all
     * @param dryRun whether nothing is saved
     * @return whether the policy accepted the lines; otherwise nothing was saved
     */
    boolean importTogether(Caller caller, Lines lines, Policy policy, boolean dryRun);

    /** What happens to the other lines when one is refused. */
    enum Policy {
        /** They are imported. */
        REJECT_FAILED,
        /** Nothing is saved. */
        REJECT_ALL
    }

    /** The result of a line. */
    enum Status {
        IMPORTED,
        /** It had been imported before. */
        UNCHANGED,
        FAILED
    }

    /**
     * One line's result.
     *
     * @param orderId the order's; null if the line failed and named none
     * @param error null unless the line failed
     */
    record Result(
            Status status,
            @Nullable String orderId,
            @Nullable EntryError error) {}

    /** Lines that can be read again, because a transaction that lost a conflict restarts. */
    interface Lines {

        /** Goes back to the first line, and discards the results. */
        void rewind();

        /** At most {@value ImportOrders#BATCH} more lines; none at the end. */
        List<Entry<ImportedOrder>> next();

        /** The results of the lines of the last batch. */
        void results(List<Result> results);
    }
}

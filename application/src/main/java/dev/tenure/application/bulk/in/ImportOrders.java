package dev.tenure.application.bulk.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.EntryError;
import dev.tenure.domain.shared.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders over from elsewhere, with their dates, their status and the assets that are in use. An order comes to be as any other:
 * it is placed, confirmed, fulfilled, cancelled or closed, only with the stamps of then; so its events tell its life. Assets that are
 * not known are registered. A line that names no order id gets one that follows from its content.
 *
 * <p>A line can be imported again: it is {@code UNCHANGED} when the order of its id was imported from the same content, whatever became
 * of the order since. An id that stands for anything else is refused with {@code ALREADY_EXISTS}.
 */
public interface ImportOrders {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_WRITE;

    /** So many lines are worked on at a time. */
    int BATCH = 200;

    /**
     * Imports these lines, at most {@value #BATCH}, each by itself: a line that is refused never takes another along. What is kept is
     * kept in one short transaction. The results are in the order of the lines.
     */
    List<Result> importEach(Caller caller, List<Entry<ImportedOrder>> lines);

    /**
     * Imports all lines in one transaction.
     *
     * @param policy whether one refused line refuses them all
     * @param dryRun whether nothing is kept, whatever the lines are
     * @return whether the policy let the lines pass; where it did not, nothing was kept
     */
    boolean importTogether(Caller caller, Lines lines, Policy policy, boolean dryRun);

    /** What becomes of the other lines when one is refused. */
    enum Policy {
        /** They are imported. */
        REJECT_FAILED,
        /** Nothing is kept. */
        REJECT_ALL
    }

    /** What became of a line. */
    enum Status {
        IMPORTED,
        /** It had been imported before. */
        UNCHANGED,
        FAILED
    }

    /**
     * One line's result.
     *
     * @param orderId the order's; null where the line failed and named none
     * @param error null unless the line failed
     */
    record Result(
            Status status,
            @Nullable String orderId,
            @Nullable EntryError error) {}

    /** Lines that can be gone through again, because a transaction that loses to another begins anew. */
    interface Lines {

        /** Goes back to the first line; the results so far are void. */
        void rewind();

        /** At most {@value ImportOrders#BATCH} more lines; none at the end. */
        List<Entry<ImportedOrder>> next();

        /** What became of the lines that were given last. */
        void results(List<Result> results);
    }
}

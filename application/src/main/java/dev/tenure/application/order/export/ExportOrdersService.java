package dev.tenure.application.order.export;

import dev.tenure.application.order.in.ExportOrders;
import dev.tenure.application.order.in.FindOrders;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads orders page by page. */
public final class ExportOrdersService implements ExportOrders {

    private final FindOrders orders;

    public ExportOrdersService(FindOrders orders) {
        this.orders = orders;
    }

    @Override
    public Iterator<List<OrderView>> export(Caller caller, OrderQuery query) {
        caller.require(ExportOrders.PERMISSION);
        return new Pages(caller, query);
    }

    private final class Pages implements Iterator<List<OrderView>> {

        private final Caller caller;
        private final OrderQuery query;
        private @Nullable String after;
        private boolean more = true;

        Pages(Caller caller, OrderQuery query) {
            this.caller = caller;
            this.query = query;
        }

        @Override
        public boolean hasNext() {
            return more;
        }

        @Override
        public List<OrderView> next() {
            if (!more) {
                throw new NoSuchElementException();
            }
            Page<OrderView> page = orders.list(caller, query, new PageRequest(PAGE, after, PAGE));
            after = page.nextCursor();
            more = page.hasMore();
            return page.rows();
        }
    }
}

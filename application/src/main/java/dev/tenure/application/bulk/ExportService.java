package dev.tenure.application.bulk;

import dev.tenure.application.bulk.in.ExportOrders;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads orders page by page. */
public final class ExportService implements ExportOrders {

    private final OrderQueries queries;

    public ExportService(OrderQueries queries) {
        this.queries = queries;
    }

    @Override
    public Iterator<List<OrderView>> export(Caller caller, OrderQuery query) {
        return new Pages(caller, query);
    }

    private final class Pages implements Iterator<List<OrderView>> {

        private final Caller caller;
        private final OrderQuery query;
        private @Nullable Position after;
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
            Slice<OrderView> slice = queries.list(caller.tenant(), query, PAGE, after);
            after = slice.next();
            more = after != null;
            return slice.rows();
        }
    }
}

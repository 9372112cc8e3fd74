package dev.tenure.application.order.out;

import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads orders for views, each call in a short transaction of its own, without aggregates and locks. */
public interface OrderQueries {

    Optional<OrderView> find(TenantId tenant, OrderId id);

    /**
     * At most {@code limit} orders after the position; the slice's own position is that of its last row.
     *
     * @param query with custom fields as {@linkplain OrderFinding#term terms}
     */
    Slice<OrderView> list(TenantId tenant, OrderQuery query, int limit, @Nullable Position after);
}

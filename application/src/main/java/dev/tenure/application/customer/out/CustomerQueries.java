package dev.tenure.application.customer.out;

import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads customers for display, each call in a short transaction of its own. */
public interface CustomerQueries {

    Optional<CustomerView> find(TenantId tenant, CustomerId id);

    /** At most {@code limit} customers after the position; the slice's own position is that of its last row. */
    Slice<CustomerView> list(TenantId tenant, CustomerQuery query, int limit, @Nullable Position after);
}

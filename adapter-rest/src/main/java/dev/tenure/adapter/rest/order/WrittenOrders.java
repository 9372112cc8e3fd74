package dev.tenure.adapter.rest.order;

import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Orders as the wire shows them, each written once for as long as the same view of it comes back: half of what a list costs. */
final class WrittenOrders {

    private static final int MOST = 1_000;

    private final Map<SameView, JsonObject> written = new ConcurrentHashMap<>();

    /** An order that is likely to be read again. */
    JsonObject of(OrderView order) {
        SameView key = new SameView(order);
        JsonObject known = written.get(key);
        if (known != null) {
            return known;
        }
        JsonObject fresh = OrderCodec.order(order).written();
        if (written.size() >= MOST) {
            written.clear();
        }
        written.put(key, fresh);
        return fresh;
    }

    /** An order that is read once, so that it takes nobody's place. */
    JsonObject ofPassing(OrderView order) {
        JsonObject known = written.get(new SameView(order));
        return known == null ? OrderCodec.order(order) : known;
    }

    /** A view that is the same object; to compare what is in it would cost as much as to write it. */
    private static final class SameView {

        private final OrderView view;

        SameView(OrderView view) {
            this.view = view;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof SameView same && same.view == view;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(view);
        }
    }
}

package dev.tenure.adapter.rest.order;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderView;

/** Caches the JSON of orders by their cached views. Serializing is half of the cost of a list. */
final class SerializedOrderCache {

    private static final long MAX_BYTES = 8L << 20;
    private static final int BYTES_PER_ENTRY = 200;

    // Weak keys compare by identity; comparing the content of views would cost as much as serializing them.
    private final Cache<OrderView, JsonObject> serialized = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(MAX_BYTES)
            .weigher((OrderView order, JsonObject json) -> BYTES_PER_ENTRY + json.writtenBytes())
            .executor(Runnable::run)
            .build();

    /** An order that is likely to be read again. */
    JsonObject of(OrderView order) {
        JsonObject known = serialized.getIfPresent(order);
        if (known != null) {
            return known;
        }
        JsonObject fresh = OrderCodec.order(order).written();
        serialized.put(order, fresh);
        return fresh;
    }

    /** An order that is read once, so that it is not cached. */
    JsonObject ofPassing(OrderView order) {
        JsonObject known = serialized.getIfPresent(order);
        return known == null ? OrderCodec.order(order) : known;
    }
}

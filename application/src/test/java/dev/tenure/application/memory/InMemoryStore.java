package dev.tenure.application.memory;

import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.tenant.ApiKey;
import dev.tenure.domain.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the in-memory adapters of one installation share: the tables, one lock that makes transactions follow one
 * another, and the way back when one fails.
 */
public final class InMemoryStore {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    final Table<TenantId, Versioned<Tenant>> tenants = new Table<>();
    final Table<String, ApiKey> apiKeys = new Table<>();
    final Table<TenantKey<Sku>, Versioned<Product>> products = new Table<>();
    final Table<TenantKey<Sku>, Sku> productsOfVariants = new Table<>();
    final Table<TenantKey<CustomerId>, Versioned<Customer>> customers = new Table<>();
    final Table<TenantKey<String>, CustomerId> customersOfEmails = new Table<>();
    final Table<TenantKey<OrderId>, OrderRows> orders = new Table<>();
    final Table<TenantKey<SubscriptionId>, Subscription> subscriptions = new Table<>();
    final Table<TenantKey<SerialNumber>, Versioned<Asset>> assets = new Table<>();
    final Table<TenantKey<String>, Versioned<FieldDefinition>> customFields = new Table<>();
    final Table<TenantKey<CustomerId>, UnitsRented> unitsRented = new Table<>();

    final Table<TenantKey<String>, KeptRow> storedResponses = new Table<>();

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private @Nullable TenantId currentTenant;
    private boolean failed;

    /**
     * Runs the work as one transaction, of this tenant or, where it is null, of the installation; part of the one there
     * is, if any.
     */
    <T> T transaction(@Nullable TenantId tenant, Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return joined(tenant, work);
        }
        return outermost(tenant, work, true);
    }

    boolean isInTransaction() {
        return lock.isHeldByCurrentThread();
    }

    /** Runs the work as one transaction of this tenant that is no part of another. */
    <T> T transactionApart(TenantId tenant, Supplier<T> work) {
        return apart(tenant, work, true);
    }

    /** Runs the work as one transaction of this tenant, and takes everything back. */
    <T> T rehearsal(TenantId tenant, Supplier<T> work) {
        return apart(tenant, work, false);
    }

    private <T> T apart(TenantId tenant, Supplier<T> work, boolean kept) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction of its own can't begin inside another");
        }
        return outermost(tenant, work, kept);
    }

    private <T> T joined(@Nullable TenantId tenant, Supplier<T> work) {
        if (tenant == null || !tenant.equals(currentTenant)) {
            throw new IllegalStateException("only transactions of one tenant can be one");
        }
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            failed |= !done;
        }
    }

    private <T> T outermost(@Nullable TenantId tenant, Supplier<T> work, boolean kept) {
        acquire();
        currentTenant = tenant;
        failed = false;
        boolean done = false;
        try {
            T result = work.get();
            if (failed) {
                throw new IllegalStateException("the work went on after a part of it had failed");
            }
            done = kept;
            return result;
        } finally {
            while (!done && !undo.isEmpty()) {
                undo.pop().run();
            }
            undo.clear();
            currentTenant = null;
            lock.unlock();
        }
    }

    /** The tenant of the running transaction. */
    TenantId tenant() {
        requireTransaction();
        if (currentTenant == null) {
            throw new IllegalStateException("this transaction is of no tenant");
        }
        return currentTenant;
    }

    /** Makes sure that a value is stored for its own tenant. */
    void requireOwn(TenantId owner) {
        if (!owner.equals(tenant())) {
            throw new IllegalArgumentException(
                    "a transaction of tenant %s can't write for tenant %s".formatted(currentTenant, owner));
        }
    }

    void requireInstallation() {
        requireTransaction();
        if (currentTenant != null) {
            throw new IllegalStateException("this belongs to the installation, not to tenant " + currentTenant);
        }
    }

    void requireTransaction() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("there is no transaction");
        }
    }

    <I> TenantKey<I> key(I id) {
        return new TenantKey<>(tenant(), id);
    }

    private void acquire() {
        try {
            if (!lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable(
                        "another transaction has not ended", new TimeoutException("waited for " + LONGEST_WAIT));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for another transaction", interrupted);
        }
    }

    /** An id within one tenant. */
    record TenantKey<I>(TenantId tenant, I id) {}

    /** How many units a customer has, and what they come to a month. */
    record UnitsRented(int units, BigDecimal monthlyAmount) {}

    /** An order and its life so far. */
    record OrderRows(OrderState state, List<Event<OrderFact>> events) {}

    /** The record of a keyed request. */
    record KeptRow(String fingerprint, StoredResponse response, Instant expiresAt) {}

    /** Rows by key; each change notes how to take it back. */
    final class Table<K, V> {

        private final Map<K, V> rows = new HashMap<>();

        Optional<V> get(K key) {
            requireTransaction();
            return Optional.ofNullable(rows.get(key));
        }

        boolean contains(K key) {
            return get(key).isPresent();
        }

        void put(K key, V value) {
            requireTransaction();
            V before = rows.put(key, value);
            undo.push(() -> restore(key, before));
        }

        Stream<K> keys() {
            requireTransaction();
            return rows.keySet().stream();
        }

        void remove(K key) {
            requireTransaction();
            V before = rows.remove(key);
            undo.push(() -> restore(key, before));
        }

        Stream<V> all() {
            requireTransaction();
            return rows.values().stream();
        }

        private void restore(K key, @Nullable V before) {
            if (before == null) {
                rows.remove(key);
            } else {
                rows.put(key, before);
            }
        }
    }
}

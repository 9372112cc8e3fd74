package dev.tenure.adapter.persistence.transaction;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Which tenants have so many transactions that it pays to have the server prepare statements for each of them: the tenant is named in
 * the text of a transaction's first statements. Of few tenants each is busy.
 */
final class BusyTenants {

    static final int FEW = 4;
    static final int MANY_TRANSACTIONS = 2_000;
    static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private volatile Period period;

    /** @param nanos a clock that only goes on */
    BusyTenants(LongSupplier nanos) {
        this.nanos = nanos;
        this.period = new Period(nanos.getAsLong(), new ConcurrentHashMap<>(), Set.of());
    }

    /** Counts a transaction of this tenant, and says whether it has many of them. */
    boolean isBusy(String tenant) {
        Period now = current();
        long count =
                now.counts().computeIfAbsent(tenant, unused -> new AtomicLong()).incrementAndGet();
        return now.counts().size() <= FEW
                || count > MANY_TRANSACTIONS
                || now.busyBefore().contains(tenant);
    }

    private Period current() {
        Period now = period;
        if (nanos.getAsLong() - now.begin() > PERIOD_NANOS) {
            now = now.next(nanos.getAsLong());
            period = now;
        }
        return now;
    }

    private record Period(long begin, Map<String, AtomicLong> counts, Set<String> busyBefore) {

        Period next(long begin) {
            return new Period(
                    begin,
                    new ConcurrentHashMap<>(),
                    counts.entrySet().stream()
                            .filter(tenant -> tenant.getValue().get() > MANY_TRANSACTIONS)
                            .map(Map.Entry::getKey)
                            .collect(toUnmodifiableSet()));
        }
    }
}

package dev.tenure.application.order.search;

import dev.tenure.application.order.in.BackfillSearch;
import dev.tenure.application.order.out.SearchBackfillStore;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;

/** Runs the search backfill in small transactions, so that other writes do not wait long. */
public final class SearchBackfillService implements BackfillSearch {

    private static final int AT_A_TIME = 200;

    private final SearchBackfillStore store;
    private final TenantRepository tenants;
    private final Transactions transactions;

    public SearchBackfillService(SearchBackfillStore store, TenantRepository tenants, Transactions transactions) {
        this.store = store;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @Override
    public int backfill() {
        int done = 0;
        for (Tenant tenant : transactions.forInstallation(tenants::all)) {
            done += backfill(tenant.id());
        }
        return done;
    }

    private int backfill(TenantId tenant) {
        int done = 0;
        int batch;
        do {
            batch = transactions.forTenant(tenant, () -> store.backfill(AT_A_TIME));
            done += batch;
        } while (batch > 0);
        return done;
    }
}

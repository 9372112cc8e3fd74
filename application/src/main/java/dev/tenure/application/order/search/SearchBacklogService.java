package dev.tenure.application.order.search;

import dev.tenure.application.order.in.CatchUpSearch;
import dev.tenure.application.order.out.SearchBacklog;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.Tenant;

/** Works the backlog of searches off in small transactions, so that nobody waits for the end of it. */
public final class SearchBacklogService implements CatchUpSearch {

    private static final int AT_A_TIME = 200;

    private final SearchBacklog backlog;
    private final TenantRepository tenants;
    private final Transactions transactions;

    public SearchBacklogService(SearchBacklog backlog, TenantRepository tenants, Transactions transactions) {
        this.backlog = backlog;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @Override
    public int catchUp() {
        int done = 0;
        for (Tenant tenant : transactions.forInstallation(tenants::all)) {
            done += catchUp(tenant.id());
        }
        return done;
    }

    private int catchUp(TenantId tenant) {
        int done = 0;
        int batch;
        do {
            batch = transactions.forTenant(tenant, () -> backlog.workOff(AT_A_TIME));
            done += batch;
        } while (batch > 0);
        return done;
    }
}

package dev.tenure.application.contract;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.subscription.Asset;
import java.util.List;

/** What use cases do with customers and assets: look for one, and insert it where there is none. */
public final class FindOrInsert {

    private FindOrInsert() {}

    /** The customer with the e-mail address of the candidate, or the candidate, inserted. */
    public static Customer findOrInsert(CustomerRepository customers, Customer candidate) {
        return customers.findByEmail(candidate.profile().email()).orElseGet(() -> {
            customers.insertAll(List.of(candidate));
            return candidate;
        });
    }

    /** The asset with the serial number of the candidate, or the candidate, inserted; held. */
    public static Versioned<Asset> findOrInsert(AssetRepository assets, Asset candidate) {
        return assets.find(candidate.serialNumber()).orElseGet(() -> {
            assets.insertAll(List.of(candidate));
            return assets.find(candidate.serialNumber()).orElseThrow();
        });
    }
}

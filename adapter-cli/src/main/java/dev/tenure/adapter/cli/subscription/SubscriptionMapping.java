package dev.tenure.adapter.cli.subscription;

import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.adapter.cli.shared.Words;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.subscription.Subscription;

/** A subscription in the shape of the HTTP API, which calls it a rental. */
final class SubscriptionMapping {

    private static final String GIVEN_ON_THE_ORDER = "order_override";

    private SubscriptionMapping() {}

    static JsonObject json(Subscription subscription) {
        return new JsonObject()
                .with("rentalId", subscription.id().value())
                .with("tenantId", subscription.tenantId().value())
                .with("orderId", subscription.orderId().value())
                .with("status", subscription.status())
                .with("assetSerialNumber", subscription.serialNumber().value())
                .with("customerId", subscription.customerId().value())
                .with("customerEmail", subscription.customerEmail())
                .with("customerName", subscription.customerName())
                .with("productId", subscription.productId().value())
                .with("variantId", subscription.variantId().value())
                .with("sku", subscription.sku().value())
                .with("productName", subscription.productName())
                .with(
                        "productImageUrl",
                        subscription.imageUrl() == null
                                ? null
                                : subscription.imageUrl().toString())
                .with("monthlyAmount", subscription.monthlyAmount())
                .with("currency", subscription.monthlyAmount().currency().getCurrencyCode())
                .with("originalContractLength", subscription.period().months())
                .with("contractLength", subscription.period().months())
                .with("startDate", subscription.period().start())
                .with("endDate", subscription.period().end())
                .with("billingGroupId", subscription.billingGroupId())
                .with("listPrice", subscription.listPrice())
                .with(
                        "listPriceSource",
                        subscription.listPriceSource() == ListPriceSource.MANUAL
                                ? GIVEN_ON_THE_ORDER
                                : Words.of(subscription.listPriceSource()))
                .with("acquisitionCost", subscription.acquisitionCost())
                .with(
                        "acquisitionCostSource",
                        subscription.acquisitionCostSource() == AcquisitionCostSource.MANUAL
                                ? GIVEN_ON_THE_ORDER
                                : Words.of(subscription.acquisitionCostSource()))
                .with("notes", subscription.notes())
                .with("createdAt", subscription.createdAt())
                .with("updatedAt", subscription.updatedAt())
                .with("createdBy", subscription.createdBy().value());
    }

    /** What a change of the subscription answers. */
    static JsonObject changed(String message, Subscription subscription) {
        return new JsonObject()
                .with("success", true)
                .with("message", message)
                .with("rentalId", subscription.id().value())
                .with("rental", json(subscription));
    }
}

/** The model of Tenure: orders for subscriptions to physical products. It needs nothing but the JDK. */
module dev.tenure.domain {
    requires static org.jspecify;

    exports dev.tenure.domain.shared;
    exports dev.tenure.domain.event;
    exports dev.tenure.domain.tenant;
    exports dev.tenure.domain.catalog;
    exports dev.tenure.domain.field;
    exports dev.tenure.domain.customer;
    exports dev.tenure.domain.pricing;
    exports dev.tenure.domain.order;
    exports dev.tenure.domain.subscription;
}

package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;

import dev.tenure.adapter.persistence.shared.MoneyText;
import dev.tenure.domain.catalog.ImageUrl;
import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.catalog.VariantSnapshot;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.pricing.AcquisitionCostSource;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.ListPriceSource;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.shared.SubscriptionId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of an order as JSON, with its price. */
record ItemJson(
        int number,
        String productId,
        String variantId,
        String sku,
        String productName,
        @Nullable String variantName,
        @Nullable String imageUrl,
        int quantity,
        int contractLength,
        PriceJson price,
        List<String> subscriptions) {

    static ItemJson of(OrderItem item) {
        VariantSnapshot variant = item.variant();
        return new ItemJson(
                item.number(),
                variant.productId().value(),
                variant.variantId().value(),
                variant.sku().value(),
                variant.productName(),
                variant.variantName(),
                variant.imageUrl() == null ? null : variant.imageUrl().value(),
                item.quantity(),
                item.contractLength(),
                PriceJson.of(item.price()),
                item.subscriptions().stream().map(SubscriptionId::value).toList());
    }

    OrderItem toItem() {
        return new OrderItem(
                number,
                new VariantSnapshot(
                        new ProductId(productId),
                        new VariantId(variantId),
                        new Sku(sku),
                        productName,
                        variantName,
                        imageUrl == null ? null : new ImageUrl(imageUrl)),
                quantity,
                contractLength,
                price.toPrice(),
                subscriptions.stream().map(SubscriptionId::new).toList());
    }

    record PriceJson(
            String unitPrice,
            @Nullable String setupFee,
            @Nullable String listPrice,
            String listPriceSource,
            @Nullable String acquisitionCost,
            String acquisitionCostSource,
            @Nullable String listPriceOverride,
            @Nullable String acquisitionCostOverride,
            List<StepJson> trace) {

        static PriceJson of(ItemPrice price) {
            return new PriceJson(
                    MoneyText.write(price.unitPrice()),
                    MoneyText.writeOrNull(price.setupFee()),
                    MoneyText.writeOrNull(price.listPrice()),
                    word(price.listPriceSource()),
                    MoneyText.writeOrNull(price.acquisitionCost()),
                    word(price.acquisitionCostSource()),
                    MoneyText.writeOrNull(price.overrides().listPrice()),
                    MoneyText.writeOrNull(price.overrides().acquisitionCost()),
                    price.trace().stream().map(StepJson::of).toList());
        }

        ItemPrice toPrice() {
            return new ItemPrice(
                    MoneyText.read(unitPrice),
                    MoneyText.readOrNull(setupFee),
                    MoneyText.readOrNull(listPrice),
                    constant(ListPriceSource.class, listPriceSource),
                    MoneyText.readOrNull(acquisitionCost),
                    constant(AcquisitionCostSource.class, acquisitionCostSource),
                    new CostOverrides(
                            MoneyText.readOrNull(listPriceOverride), MoneyText.readOrNull(acquisitionCostOverride)),
                    trace.stream().map(StepJson::toStep).toList());
        }
    }

    record StepJson(String subject, String rule, @Nullable BigDecimal before, BigDecimal after, String reason) {

        static StepJson of(PriceStep step) {
            return new StepJson(word(step.subject()), step.rule(), step.before(), step.after(), step.reason());
        }

        PriceStep toStep() {
            return new PriceStep(constant(PriceStep.Subject.class, subject), rule, before, after, reason);
        }
    }
}

package dev.tenure.adapter.rest.order;

import dev.tenure.adapter.rest.shared.JsonObject;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderQuote.Line;
import dev.tenure.domain.pricing.PriceStep;

/** A quote as the wire shows it. */
final class QuoteMapping {

    private QuoteMapping() {}

    static JsonObject quote(OrderQuote quote) {
        return new JsonObject()
                .text("currency", quote.totals().total().currency().getCurrencyCode())
                .objects("items", quote.items().stream().map(QuoteMapping::line).toList())
                .object("totals", OrderMapping.totals(quote.totals()))
                .money("contractValue", quote.totals().contractValue())
                .money("setupFees", quote.setupFees())
                .object(
                        "tax",
                        new JsonObject()
                                .word("mode", quote.tax().mode())
                                .decimal("ratePercent", quote.tax().ratePercent()));
    }

    private static JsonObject line(Line line) {
        return OrderMapping.line(line.item())
                .money("lineTotal", line.item().lineTotal())
                .money("contractValue", line.item().contractValue())
                .money("setupFee", line.item().price().setupFee())
                .money("taxAmount", line.taxAmount())
                .objects("trace", line.trace().stream().map(QuoteMapping::step).toList());
    }

    private static JsonObject step(PriceStep step) {
        return new JsonObject()
                .word("subject", step.subject())
                .text("rule", step.rule())
                .decimal("before", step.before())
                .decimal("after", step.after())
                .text("reason", step.reason());
    }
}

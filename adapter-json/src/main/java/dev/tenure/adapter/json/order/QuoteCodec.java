package dev.tenure.adapter.json.order;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderQuote.Line;
import dev.tenure.domain.pricing.PriceStep;

/** The JSON of a quote. */
public final class QuoteCodec {

    private QuoteCodec() {}

    /** The response to a request for a quote. */
    public static JsonObject quoted(OrderQuote quote) {
        return new JsonObject().object("quote", quote(quote));
    }

    private static JsonObject quote(OrderQuote quote) {
        return new JsonObject()
                .text("currency", quote.totals().total().currency().getCurrencyCode())
                .objects("items", quote.items().stream().map(QuoteCodec::line).toList())
                .object("totals", OrderCodec.totals(quote.totals()))
                .money("contractValue", quote.totals().contractValue())
                .money("setupFees", quote.setupFees())
                .object(
                        "tax",
                        new JsonObject()
                                .word("mode", quote.tax().mode())
                                .decimal("ratePercent", quote.tax().ratePercent()));
    }

    private static JsonObject line(Line line) {
        return OrderCodec.line(line.item())
                .money("lineTotal", line.item().lineTotal())
                .money("contractValue", line.item().contractValue())
                .money("setupFee", line.item().price().setupFee())
                .money("taxAmount", line.taxAmount())
                .objects("trace", line.trace().stream().map(QuoteCodec::step).toList());
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

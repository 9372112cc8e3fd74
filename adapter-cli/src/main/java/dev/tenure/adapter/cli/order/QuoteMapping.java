package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.cli.shared.Words;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderQuote.Line;
import dev.tenure.domain.pricing.PriceStep;
import java.util.ArrayList;
import java.util.List;

/** A quote: in the shape of the HTTP API, and as people read it. */
final class QuoteMapping {

    private QuoteMapping() {}

    static JsonObject json(OrderQuote quote) {
        return new JsonObject()
                .with(
                        "quote",
                        new JsonObject()
                                .with(
                                        "currency",
                                        quote.totals().total().currency().getCurrencyCode())
                                .with(
                                        "items",
                                        quote.items().stream()
                                                .map(QuoteMapping::line)
                                                .toList())
                                .with("totals", OrderMapping.totals(quote.totals()))
                                .with("contractValue", quote.totals().contractValue())
                                .with("setupFees", quote.setupFees())
                                .with(
                                        "tax",
                                        new JsonObject()
                                                .with("mode", quote.tax().mode())
                                                .with("ratePercent", quote.tax().ratePercent())));
    }

    private static JsonObject line(Line line) {
        return OrderMapping.line(line.item())
                .with("lineTotal", line.item().lineTotal())
                .with("contractValue", line.item().contractValue())
                .with("setupFee", line.item().price().setupFee())
                .with("taxAmount", line.taxAmount())
                .with("trace", line.trace().stream().map(QuoteMapping::step).toList());
    }

    private static JsonObject step(PriceStep step) {
        return new JsonObject()
                .with("subject", step.subject())
                .with("rule", step.rule())
                .with("before", step.before())
                .with("after", step.after())
                .with("reason", step.reason());
    }

    static String page(OrderQuote quote) {
        Table why = new Table(
                Table.number("ITEM"),
                Table.column("AMOUNT"),
                Table.column("RULE"),
                Table.number("BEFORE"),
                Table.number("AFTER"),
                Table.elastic("WHY"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < quote.items().size(); i++) {
            for (PriceStep step : quote.items().get(i).trace()) {
                rows.add(List.of(
                        String.valueOf(i),
                        Words.of(step.subject()).replace('_', ' '),
                        step.rule().replace('_', ' '),
                        step.before() == null ? "" : step.before().toPlainString(),
                        step.after().toPlainString(),
                        step.reason()));
            }
        }
        String items = OrderPage.items(quote.items().stream().map(Line::item).toList(), quote.totals());
        String fees =
                quote.setupFees().isZero() ? "" : "Set-up fees, once: " + Spelling.money(quote.setupFees()) + "\n";
        return items + fees + "\n" + why.rows(rows);
    }
}

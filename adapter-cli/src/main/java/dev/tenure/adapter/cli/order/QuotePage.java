package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderQuote.Line;
import dev.tenure.domain.pricing.PriceStep;
import java.util.ArrayList;
import java.util.List;

/** A quote as people read it. */
final class QuotePage {

    private QuotePage() {}

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
                        EnumWords.word(step.subject()).replace('_', ' '),
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

package dev.tenure.application.order.in;

import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.OrderTotals;
import dev.tenure.domain.pricing.PriceStep;
import dev.tenure.domain.pricing.TaxPolicy;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxSettings;
import java.util.List;
import java.util.stream.Stream;

/**
 * The prices and totals of an order before it is placed.
 *
 * @param setupFees of all units, charged once and not part of any total
 */
public record OrderQuote(List<Line> items, OrderTotals totals, Money setupFees, TaxSettings tax) {

    public OrderQuote {
        items = List.copyOf(items);
    }

    /**
     * An item of the quoted order.
     *
     * @param taxAmount per month, for all its units
     * @param trace every rule that fired, in order: those of the unit price, then those of the line's tax
     */
    public record Line(OrderItem item, Money taxAmount, List<PriceStep> trace) {

        public Line {
            trace = List.copyOf(trace);
        }
    }

    /** The quote of this order. */
    public static OrderQuote of(OrderState order) {
        TaxPolicy tax = TaxPolicy.of(order.tax());
        List<Line> lines = order.items().stream().map(item -> line(item, tax)).toList();
        Money setupFees = order.items().stream()
                .flatMap(item -> Stream.ofNullable(item.price().setupFee()).map(fee -> fee.times(item.quantity())))
                .reduce(Money.zero(order.currency()), Money::plus);
        return new OrderQuote(lines, order.totals(), setupFees, order.tax());
    }

    private static Line line(OrderItem item, TaxPolicy tax) {
        return new Line(
                item,
                tax.tax(item.lineTotal()),
                Stream.concat(item.price().trace().stream(), tax.explain(item.lineTotal()).stream())
                        .toList());
    }
}

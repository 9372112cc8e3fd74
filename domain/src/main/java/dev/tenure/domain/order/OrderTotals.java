package dev.tenure.domain.order;

import dev.tenure.domain.pricing.TaxPolicy;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TaxSettings;
import java.util.Currency;
import java.util.List;

/**
 * The monthly totals of an order, always derived from its items: the sum of unit price times quantity, the tax (rounded
 * per line, then summed), and the amount to pay; and the value of all contracts for their whole length.
 *
 * <p>Worked example: 5 units at EUR 89.00 for 24 months and 3 at EUR 59.00 for 12 with 21 % tax on top give a subtotal
 * of 622.00, tax of 130.62 (93.45 + 37.17), a total of 752.62, 8 devices and a contract value of 12804.00.
 */
public record OrderTotals(Money subtotal, Money taxAmount, Money total, int totalDevices, Money contractValue) {

    static OrderTotals of(List<OrderItem> items, Currency currency, TaxSettings taxSettings) {
        TaxPolicy tax = TaxPolicy.of(taxSettings);
        Money zero = Money.zero(currency);
        Money subtotal = zero;
        Money taxAmount = zero;
        Money total = zero;
        Money contractValue = zero;
        int devices = 0;
        for (OrderItem item : items) {
            Money line = item.lineTotal();
            subtotal = subtotal.plus(line);
            taxAmount = taxAmount.plus(tax.tax(line));
            total = total.plus(tax.total(line));
            contractValue = contractValue.plus(item.contractValue());
            devices += item.quantity();
        }
        return new OrderTotals(subtotal, taxAmount, total, devices, contractValue);
    }
}

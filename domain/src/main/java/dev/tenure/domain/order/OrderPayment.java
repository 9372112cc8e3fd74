package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first payment of an order. It is pending when the order is placed and is not required to confirm it. */
public record OrderPayment(
        Status status,
        @Nullable Method method,
        @Nullable String transactionId,
        @Nullable Money paidAmount,
        boolean manuallyMarked) {

    public static final OrderPayment PENDING = new OrderPayment(Status.PENDING, null, null, null, false);

    /** The status of the payment. */
    public enum Status {
        PENDING,
        PAID,
        FAILED
    }

    /** How it was paid. */
    public enum Method {
        STRIPE,
        MANUAL
    }

    public OrderPayment {
        transactionId = Text.optional("transactionId", transactionId, Text.LINE);
        if (paidAmount != null && paidAmount.isNegative()) {
            throw new InvalidValue(SharedError.VALIDATION_ERROR, "paidAmount must be at least 0");
        }
    }

    /** A payment recorded manually, with the reference that identifies it. */
    static OrderPayment byHand(String reference, Money amount) {
        return new OrderPayment(
                Status.PAID, Method.MANUAL, Text.required("reference", reference, Text.LINE), amount, true);
    }

    /** Whether it was paid under this reference and, if given, with this amount. */
    boolean isOf(@Nullable String reference, @Nullable Money amount) {
        return status == Status.PAID
                && Objects.equals(transactionId, reference)
                && (amount == null || amount.equals(paidAmount));
    }

    void requireCurrency(Currency currency) {
        if (paidAmount != null && !paidAmount.currency().equals(currency)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "paidAmount must be in %s, not %s".formatted(currency.getCurrencyCode(), paidAmount));
        }
    }
}

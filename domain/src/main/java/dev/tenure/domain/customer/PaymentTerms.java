package dev.tenure.domain.customer;

import java.time.LocalDate;

/** When an invoice is due. Individuals pay at once; a business may have 7, 14 or 30 days. */
public enum PaymentTerms {
    IMMEDIATE(0),
    NET_7(7),
    NET_14(14),
    NET_30(30);

    private final int days;

    PaymentTerms(int days) {
        this.days = days;
    }

    /** The due date of an invoice of this date: 1 January and {@link #NET_30} give 31 January. */
    public LocalDate dueDate(LocalDate invoiceDate) {
        return invoiceDate.plusDays(days);
    }
}

package dev.tenure.domain.order;

/** Prices the lines that an edit adds, at today's prices. */
@FunctionalInterface
public interface NewItems {

    /** The new line as an item with this number. */
    OrderItem price(int number, ItemEdit line);
}

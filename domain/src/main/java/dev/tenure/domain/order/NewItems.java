package dev.tenure.domain.order;

/** Prices the added lines of an edit at today's prices. */
@FunctionalInterface
public interface NewItems {

    /** The new line as an item with this number. */
    OrderItem price(int number, ItemEdit line);
}

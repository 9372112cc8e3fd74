package dev.tenure.adapter.rest;

import dev.tenure.application.UseCases;
import dev.tenure.application.order.in.ConfirmOrder;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The use cases with one of them exchanged. */
public final class Doubles {

    private Doubles() {}

    static UseCases confirmingWith(UseCases useCases, ConfirmOrder confirm) {
        return exchanged(useCases, ConfirmOrder.class, confirm);
    }

    /** The use cases with this one in place of that of its type. */
    public static <T> UseCases exchanged(UseCases useCases, Class<T> type, T useCase) {
        RecordComponent[] components = UseCases.class.getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                boolean exchanged = components[i].getType() == type;
                values[i] = exchanged ? useCase : components[i].getAccessor().invoke(useCases);
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return UseCases.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record always has its constructor", impossible);
        }
    }
}

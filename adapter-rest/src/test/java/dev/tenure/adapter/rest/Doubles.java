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
        return exchangedIn(useCases, type, useCase);
    }

    private static <R extends Record> R exchangedIn(R group, Class<?> type, Object useCase) {
        RecordComponent[] components = group.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(group);
                values[i] = components[i].getType() == type
                        ? useCase
                        : value instanceof Record inner ? exchangedIn(inner, type, useCase) : value;
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            @SuppressWarnings("unchecked") // the constructor of the group's own class
            R exchanged = (R) group.getClass().getDeclaredConstructor(types).newInstance(values);
            return exchanged;
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("a record always has its constructor", impossible);
        }
    }
}

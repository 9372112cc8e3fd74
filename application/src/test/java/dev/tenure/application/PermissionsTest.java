package dev.tenure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.application.shared.NotPermitted;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever drives the use cases as they are wired can do what they may, and nothing else. */
class PermissionsTest {

    private static final InMemoryTenure TENURE = InMemoryTenure.withDemo();

    static Stream<Arguments> useCases() {
        return components(TENURE.useCases())
                .flatMap(group -> components((Record) group.value()))
                .filter(useCase -> asksForOne(useCase.type()))
                .flatMap(useCase -> methods(useCase.type())
                        .map(method -> Arguments.of(useCase.value(), method, permissions(useCase.type()))));
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void who_may_do_everything_else_is_refused_before_anything_is_looked_at(
            Object useCase, Method method, Set<Permission> needed) {
        Throwable refused = catchThrowable(call(useCase, method, callerWith(others(needed))));

        assertThat(refused).isInstanceOf(NotPermitted.class).hasMessageStartingWith("the key lacks the scope ");
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void each_of_the_permissions_is_enough(Object useCase, Method method, Set<Permission> needed) {
        assertThat(needed).noneMatch(permission -> refuses(useCase, method, Set.of(permission)));
    }

    private static boolean refuses(Object useCase, Method method, Set<Permission> permissions) {
        return catchThrowable(call(useCase, method, callerWith(permissions))) instanceof NotPermitted;
    }

    // Nothing but the caller is given: who is refused is refused without a look at the rest.
    private static ThrowingCallable call(Object useCase, Method method, Caller caller) {
        @Nullable
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Caller.class ? caller : type == boolean.class ? false : null)
                .toArray();
        return () -> {
            try {
                method.invoke(useCase, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        };
    }

    private static Set<Permission> others(Set<Permission> needed) {
        return EnumSet.complementOf(EnumSet.copyOf(needed));
    }

    private static Caller callerWith(Set<Permission> permissions) {
        return new Caller(InMemoryTenure.DEMO, new Actor("apikey:k"), permissions, null);
    }

    private static boolean asksForOne(Class<?> inPort) {
        return inPort.getAnnotation(OperatorOnly.class) == null
                && inPort.getAnnotation(NeedsNoPermission.class) == null;
    }

    private static Stream<Method> methods(Class<?> inPort) {
        return Arrays.stream(inPort.getMethods()).filter(method -> !method.isDefault());
    }

    private static Set<Permission> permissions(Class<?> inPort) {
        Object named = Arrays.stream(inPort.getFields())
                .filter(field -> field.getName().startsWith("PERMISSION"))
                .findFirst()
                .map(PermissionsTest::value)
                .orElseThrow(() -> new AssertionError(inPort + " names no permission"));
        return named instanceof Set<?> several
                ? several.stream().map(Permission.class::cast).collect(Collectors.toSet())
                : Set.of((Permission) named);
    }

    private static Object value(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException impossible) {
            throw new LinkageError("constants of interfaces are public", impossible);
        }
    }

    private static Stream<Component> components(Record group) {
        return Arrays.stream(group.getClass().getRecordComponents()).map(component -> Component.of(component, group));
    }

    private record Component(Class<?> type, Object value) {

        static Component of(RecordComponent component, Record group) {
            try {
                return new Component(
                        component.getType(), component.getAccessor().invoke(group));
            } catch (ReflectiveOperationException impossible) {
                throw new LinkageError("a record always has its accessors", impossible);
            }
        }
    }
}

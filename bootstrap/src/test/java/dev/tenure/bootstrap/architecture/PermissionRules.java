package dev.tenure.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NeedsNoPermission;
import dev.tenure.application.shared.OperatorOnly;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Nothing can be asked of the use cases without a permission, unless it says so. */
final class PermissionRules {

    private static final Set<String> NAMES = Set.of("PERMISSION", "PERMISSIONS");

    /** Interfaces beside the in-ports that adapters implement; nothing can be asked of them. */
    private static final Set<String> BROUGHT_BY_ADAPTERS = Set.of("ResponseFormat");

    static final ArchRule EACH_IN_PORT_NAMES_ITS_PERMISSION =
            classes().that(are("in-ports", PermissionRules::isInPort)).should(nameTheirPermission());

    static final ArchRule EACH_USE_CASE_ASKS_FOR_ITS_PERMISSION = classes()
            .that()
            .resideInAPackage(ArchitectureRules.ROOT + ".application..")
            .and()
            .areNotInterfaces()
            .should(askForThePermissionOfTheirInPorts());

    static final ArchRule SERVERS_NEVER_REACH_THE_OPERATORS_PORTS = noClasses()
            .that()
            .resideInAnyPackage(
                    ArchitectureRules.ROOT + ".adapter.rest..",
                    ArchitectureRules.ROOT + ".adapter.http..",
                    ArchitectureRules.ROOT + ".adapter.dashboard..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(OperatorOnly.class);

    private PermissionRules() {}

    private static DescribedPredicate<JavaClass> are(String what, Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + what, test);
    }

    /** A sealed interface is data, such as the ways to name a product. */
    private static boolean isInPort(JavaClass type) {
        return type.isInterface()
                && !type.isAnnotation()
                && type.isTopLevelClass()
                && type.getPackageName().matches("dev\\.tenure\\.application\\..*\\bin\\b.*")
                && !type.reflect().isSealed()
                && !type.getSimpleName().equals("package-info")
                && !BROUGHT_BY_ADAPTERS.contains(type.getSimpleName());
    }

    private static Optional<JavaField> permission(JavaClass inPort) {
        return inPort.getFields().stream()
                .filter(field -> NAMES.contains(field.getName()))
                .findFirst();
    }

    private static ArchCondition<JavaClass> nameTheirPermission() {
        return new ArchCondition<>("name their permission, or be @OperatorOnly, or @NeedsNoPermission") {
            @Override
            public void check(JavaClass inPort, ConditionEvents events) {
                long named = Stream.of(
                                permission(inPort).isPresent(),
                                inPort.isAnnotatedWith(OperatorOnly.class),
                                inPort.isAnnotatedWith(NeedsNoPermission.class))
                        .filter(present -> present)
                        .count();
                if (named != 1) {
                    events.add(SimpleConditionEvent.violated(
                            inPort, inPort.getName() + " says " + named + " times who may use it"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> askForThePermissionOfTheirInPorts() {
        return new ArchCondition<>("ask for the permission of their in-ports") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAllRawInterfaces().stream()
                        .filter(PermissionRules::isInPort)
                        .forEach(inPort -> permission(inPort).ifPresent(permission -> inPort.getMethods().stream()
                                .flatMap(method -> implementation(type, method).stream())
                                .filter(method -> !asksFor(permission, method))
                                .forEach(method -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " does not require its permission")))));
            }
        };
    }

    private static Optional<JavaMethod> implementation(JavaClass type, JavaMethod inherited) {
        return type.tryGetMethod(
                inherited.getName(),
                inherited.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toArray(String[]::new));
    }

    private static boolean asksFor(JavaField permission, JavaMethod method) {
        return method.getFieldAccesses().stream()
                        .anyMatch(access -> access.getTargetOwner().equals(permission.getOwner())
                                && access.getName().equals(permission.getName()))
                && method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Caller.class)
                                && call.getName().startsWith("require"));
    }
}

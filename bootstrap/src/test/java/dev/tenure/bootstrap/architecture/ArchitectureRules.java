package dev.tenure.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.Subscription;
import dev.tenure.domain.tenant.Tenant;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each rule of the architecture, once. */
final class ArchitectureRules {

    static final String ROOT = "dev.tenure";

    private static final String JSON = ROOT + ".adapter.json..";
    private static final String EDGE = ROOT + ".adapter.http..";

    private static final Set<Class<?>> AGGREGATES =
            Set.of(Order.class, Product.class, Customer.class, Subscription.class, Asset.class, Tenant.class);

    static final ArchRule THE_DOMAIN_NEEDS_NOTHING = classes()
            .that()
            .resideInAPackage(ROOT + ".domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".domain..",
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.time..",
                    "org.jspecify.annotations..");

    static final ArchRule THE_APPLICATION_NEEDS_THE_DOMAIN_AND_THE_JDK = classes()
            .that()
            .resideInAPackage(ROOT + ".application..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".domain..",
                    ROOT + ".application..",
                    "java..",
                    "javax.crypto..",
                    "jakarta.validation..",
                    "org.jspecify.annotations..");

    static final ArchRule THE_APPLICATION_KNOWS_NO_HTTP =
            classes().that().resideInAPackage(ROOT + ".application..").should(haveNoWordOfHttp());

    static final ArchRule PORTS_NEVER_SEE_SERVICES = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".application..in..", ROOT + ".application..out..")
            .should()
            .dependOnClassesThat(are(services()));

    static final ArchRule ADAPTERS_NEVER_SEE_SERVICES =
            noClasses().that().resideInAPackage(ROOT + ".adapter..").should().dependOnClassesThat(are(services()));

    static final ArchRule ADAPTERS_NEVER_SEE_THE_BOOTSTRAP = noClasses()
            .that()
            .resideInAPackage(ROOT + ".adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".bootstrap..");

    static final ArchRule ADAPTERS_NEVER_SEE_EACH_OTHER = slices().matching(ROOT + ".adapter.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage(ROOT + ".adapter.rest.."), resideInAPackage(JSON))
            .ignoreDependency(resideInAPackage(ROOT + ".adapter.cli.."), resideInAPackage(JSON))
            .ignoreDependency(resideInAPackage(ROOT + ".adapter.rest.."), resideInAPackage(EDGE));

    static final ArchRule THE_JSON_KNOWS_NO_ADAPTER = noClasses()
            .that()
            .resideInAPackage(JSON)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".adapter..").and(resideOutsideOfPackage(JSON)));

    static final ArchRule THE_SERVER_EDGE_KNOWS_NOTHING_OF_TENURE = noClasses()
            .that()
            .resideInAPackage(EDGE)
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(resideOutsideOfPackage(EDGE)));

    static final ArchRule JOOQ_STAYS_IN_ITS_ADAPTER = staysIn("org.jooq", "persistence");
    static final ArchRule JAVALIN_STAYS_IN_ITS_ADAPTER = staysIn("io.javalin", "http");
    static final ArchRule JETTY_STAYS_IN_ITS_ADAPTER = isSeenOnlyIn("org.eclipse.jetty", "adapter.http");
    static final ArchRule SERVLETS_STAY_IN_THEIR_ADAPTER = isSeenOnlyIn("jakarta.servlet", "adapter.http");
    static final ArchRule PICOCLI_STAYS_IN_ITS_ADAPTER = staysIn("picocli", "cli");
    static final ArchRule METRICS_STAY_AT_THE_EDGES = staysIn("io.micrometer", "http", "persistence");
    static final ArchRule TRACES_STAY_AT_THE_EDGES = staysIn("io.opentelemetry", "http", "persistence");
    static final ArchRule RATE_LIMITS_STAY_IN_THEIR_ADAPTER = staysIn("io.github.bucket4j", "http");
    static final ArchRule TEMPLATES_STAY_IN_THEIR_ADAPTER = staysIn("gg.jte", "dashboard");

    static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".domain..", ROOT + ".application..")
            .should()
            .accessTargetWhere(timeOrChance());

    static final ArchRule NO_FLOATING_POINT_IN_THE_DOMAIN =
            classes().that().resideInAPackage(ROOT + ".domain..").should(haveNoFloatingPointMember());

    static final ArchRule NO_AGGREGATE_HOLDS_ANOTHER = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are aggregates",
                    type -> AGGREGATES.stream().anyMatch(aggregate -> type.isAssignableTo(aggregate))
                            || type.getName().startsWith(ROOT + ".domain.order.planted")))
            .should(notHoldAnAggregate());

    static final ArchRule DOMAIN_FIELDS_ARE_FINAL = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are the domain's, and no private tool inside one of its classes",
                    type -> type.getPackageName().startsWith(ROOT + ".domain")
                            && !type.getModifiers().contains(JavaModifier.PRIVATE)))
            .should()
            .beFinal();

    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .and()
            .resideOutsideOfPackages(ROOT + ".adapter.cli..", ROOT + ".bootstrap..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaClass> services() {
        return resideInAnyPackage(ROOT + ".application..")
                .and(simpleNameEndingWith("Service"))
                .as("services");
    }

    /** Where bootstrap wires it, too. */
    private static ArchRule staysIn(String library, String... adapters) {
        return isSeenOnlyIn(
                library,
                Stream.concat(Stream.of("bootstrap"), Arrays.stream(adapters).map(adapter -> "adapter." + adapter))
                        .toArray(String[]::new));
    }

    private static ArchRule isSeenOnlyIn(String library, String... packages) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackages(Arrays.stream(packages)
                        .map(name -> ROOT + "." + name + "..")
                        .toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..");
    }

    private static DescribedPredicate<JavaAccess<?>> timeOrChance() {
        return DescribedPredicate.describe("take the time or chance from nowhere", access -> {
            if (access.getTargetOwner().isEquivalentTo(Random.class)) {
                return true;
            }
            if (!(access instanceof JavaMethodCall call)) {
                return false;
            }
            MethodCallTarget target = call.getTarget();
            boolean now = target.getName().equals("now")
                    && target.getOwner().getPackageName().equals("java.time")
                    && target.getRawParameterTypes().isEmpty();
            boolean systemClock = target.getOwner().isEquivalentTo(Clock.class)
                    && target.getName().startsWith("system");
            boolean randomId = target.getOwner().isEquivalentTo(UUID.class)
                    && target.getName().equals("randomUUID");
            boolean systemTime = target.getOwner().isEquivalentTo(System.class)
                    && Set.of("currentTimeMillis", "nanoTime").contains(target.getName());
            return now || systemClock || randomId || systemTime;
        });
    }

    // The status of an order is one, an HTTP status is not: so these are words that have no other meaning here.
    private static ArchCondition<JavaClass> haveNoWordOfHttp() {
        Pattern word = Pattern.compile("(?i)http|header|contentType|mediaType|statusCode|cookie|servlet");
        return new ArchCondition<>("have no type, field or method that is named after a part of HTTP") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(
                                Stream.of(type.getSimpleName()),
                                type.getMembers().stream().map(JavaMember::getName))
                        .filter(name -> word.matcher(name).find())
                        .forEach(name -> events.add(SimpleConditionEvent.violated(
                                type, "%s is a word of HTTP in %s".formatted(name, type.getName()))));
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoFloatingPointMember() {
        Set<String> floating = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
        return new ArchCondition<>("have no floating point field, parameter or result") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMembers().stream()
                        .filter(member -> member.getAllInvolvedRawTypes().stream()
                                .anyMatch(involved -> floating.contains(involved.getName())))
                        .forEach(member -> events.add(
                                SimpleConditionEvent.violated(member, member.getFullName() + " is floating point")));
            }
        };
    }

    private static ArchCondition<JavaField> notHoldAnAggregate() {
        return new ArchCondition<>("not hold an aggregate") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                Set<String> held = field.getAllInvolvedRawTypes().stream()
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
                AGGREGATES.stream()
                        .map(Class::getName)
                        .filter(held::contains)
                        .forEach(name -> events.add(
                                SimpleConditionEvent.violated(field, field.getFullName() + " holds " + name)));
            }
        };
    }
}

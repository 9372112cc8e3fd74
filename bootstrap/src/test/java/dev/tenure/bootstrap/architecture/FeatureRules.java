package dev.tenure.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Features depend on each other in one direction. */
final class FeatureRules {

    /** A feature may use those of the lines above its own; those of one line know nothing of each other. */
    private static final List<List<String>> FEATURES = List.of(
            List.of("shared"),
            List.of("event"),
            List.of("tenant"),
            List.of("catalog", "field"),
            List.of("customer"),
            List.of("pricing"),
            List.of("order"),
            List.of("subscription"),
            List.of("importing"),
            List.of("eventlog"));

    /** They have to know which tenant a request or a command is for, so they stand with the tenant. */
    private static final List<String> SHARED_WITH_TENANTS =
            List.of(ArchitectureRules.ROOT + ".adapter.rest.shared", ArchitectureRules.ROOT + ".adapter.cli.shared");

    static final ArchRule FEATURES_HAVE_NO_CYCLE =
            slices().assignedFrom(new Features()).should().beFreeOfCycles();

    static final ArchRule FEATURES_KEEP_THEIR_ORDER =
            classes().that().resideInAPackage(ArchitectureRules.ROOT + "..").should(dependOnEarlierFeaturesOnly());

    static final ArchRule THE_CORE_CONSISTS_OF_FEATURES = classes()
            .that()
            .resideInAnyPackage(ArchitectureRules.ROOT + ".domain.*..", ArchitectureRules.ROOT + ".application.*..")
            .should(belongToAFeature());

    private FeatureRules() {}

    private static ArchCondition<JavaClass> dependOnEarlierFeaturesOnly() {
        return new ArchCondition<>("depend on the features above their own only, of " + FEATURES) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = rankOf(type);
                if (own < 0) {
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            JavaClass target = dependency.getTargetClass();
                            return rankOf(target) > own
                                    || (rankOf(target) == own
                                            && !featureOf(target).equals(featureOf(type)));
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> belongToAFeature() {
        return new ArchCondition<>("belong to one of the features " + FEATURES) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (rankOf(type) < 0) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " belongs to no feature"));
                }
            }
        };
    }

    /** The line of the class's feature; -1 for what belongs to none. */
    private static int rankOf(JavaClass type) {
        String feature = featureOf(type);
        return IntStream.range(0, FEATURES.size())
                .filter(rank -> FEATURES.get(rank).contains(feature))
                .findFirst()
                .orElse(-1);
    }

    /** The feature that the class's package names; empty for what belongs to none. */
    private static String featureOf(JavaClass type) {
        if (SHARED_WITH_TENANTS.contains(type.getPackageName())) {
            return "tenant";
        }
        if (!type.getPackageName().startsWith(ArchitectureRules.ROOT + ".")) {
            return "";
        }
        return Stream.of(type.getPackageName()
                        .substring(ArchitectureRules.ROOT.length() + 1)
                        .split("\\.", -1))
                .filter(part -> FEATURES.stream().anyMatch(line -> line.contains(part)))
                .findFirst()
                .orElse("");
    }

    private static final class Features implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String feature = featureOf(type);
            return feature.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(feature);
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }
}

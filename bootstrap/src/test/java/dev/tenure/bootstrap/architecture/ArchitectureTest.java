package dev.tenure.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.tenure.adapter.cli.planted.KnowsTheServerEdge;
import dev.tenure.adapter.http.planted.KnowsTheDomain;
import dev.tenure.adapter.json.planted.KnowsTheTerminal;
import dev.tenure.adapter.rest.planted.KnowsAService;
import dev.tenure.adapter.rest.planted.KnowsAnotherAdapter;
import dev.tenure.adapter.rest.planted.KnowsTheBootstrap;
import dev.tenure.adapter.rest.planted.ReachesTheOperatorsPorts;
import dev.tenure.application.order.in.planted.NamesAPermission;
import dev.tenure.application.order.in.planted.NamesNoPermission;
import dev.tenure.application.order.in.planted.PortThatKnowsAService;
import dev.tenure.application.order.planted.AsksForNoPermission;
import dev.tenure.application.order.planted.KeepsAnHttpAnswer;
import dev.tenure.application.order.planted.KnowsALibrary;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.domain.catalog.planted.KnowsAFeatureBesideIt;
import dev.tenure.domain.catalog.planted.KnowsALaterFeature;
import dev.tenure.domain.field.planted.StandsBesideTheCatalog;
import dev.tenure.domain.order.planted.HoldsAnAggregate;
import dev.tenure.domain.order.planted.KnowsAnEarlierFeatureThatKnowsIt;
import dev.tenure.domain.order.planted.UsesEverythingForbidden;
import dev.tenure.domain.planted.BelongsToNoFeature;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The architecture holds; and every rule that says so fails where it does not. */
class ArchitectureTest {

    private static final ImportOption MAIN_ONLY = location -> !location.contains("/test-classes/")
            && !location.contains("-tests.jar")
            && !location.contains("/generated/");

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(MAIN_ONLY).importPackages(ArchitectureRules.ROOT);

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ArchitectureRules.THE_DOMAIN_NEEDS_NOTHING, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.THE_APPLICATION_NEEDS_THE_DOMAIN_AND_THE_JDK, KnowsALibrary.class),
                Arguments.of(ArchitectureRules.THE_APPLICATION_KNOWS_NO_HTTP, KeepsAnHttpAnswer.class),
                Arguments.of(ArchitectureRules.PORTS_NEVER_SEE_SERVICES, PortThatKnowsAService.class),
                Arguments.of(ArchitectureRules.ADAPTERS_NEVER_SEE_SERVICES, KnowsAService.class),
                Arguments.of(ArchitectureRules.ADAPTERS_NEVER_SEE_THE_BOOTSTRAP, KnowsTheBootstrap.class),
                Arguments.of(ArchitectureRules.ADAPTERS_NEVER_SEE_EACH_OTHER, KnowsAnotherAdapter.class),
                Arguments.of(ArchitectureRules.THE_JSON_KNOWS_NO_ADAPTER, KnowsTheTerminal.class),
                Arguments.of(PermissionRules.EACH_IN_PORT_NAMES_ITS_PERMISSION, NamesNoPermission.class),
                Arguments.of(PermissionRules.EACH_USE_CASE_ASKS_FOR_ITS_PERMISSION, AsksForNoPermission.class),
                Arguments.of(PermissionRules.SERVERS_NEVER_REACH_THE_OPERATORS_PORTS, ReachesTheOperatorsPorts.class),
                Arguments.of(ArchitectureRules.ADAPTERS_NEVER_SEE_EACH_OTHER, KnowsTheServerEdge.class),
                Arguments.of(ArchitectureRules.THE_SERVER_EDGE_KNOWS_NOTHING_OF_TENURE, KnowsTheDomain.class),
                Arguments.of(ArchitectureRules.JOOQ_STAYS_IN_ITS_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.JAVALIN_STAYS_IN_ITS_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.JETTY_STAYS_IN_ITS_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.SERVLETS_STAY_IN_THEIR_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.PICOCLI_STAYS_IN_ITS_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.METRICS_STAY_AT_THE_EDGES, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.TRACES_STAY_AT_THE_EDGES, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.RATE_LIMITS_STAY_IN_THEIR_ADAPTER, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.TIME_AND_CHANCE_COME_FROM_OUTSIDE, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.NO_FLOATING_POINT_IN_THE_DOMAIN, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.NO_AGGREGATE_HOLDS_ANOTHER, HoldsAnAggregate.class),
                Arguments.of(FeatureRules.FEATURES_HAVE_NO_CYCLE, KnowsAnEarlierFeatureThatKnowsIt.class),
                Arguments.of(FeatureRules.FEATURES_KEEP_THEIR_ORDER, KnowsALaterFeature.class),
                Arguments.of(FeatureRules.FEATURES_KEEP_THEIR_ORDER, KnowsAFeatureBesideIt.class),
                Arguments.of(FeatureRules.THE_CORE_CONSISTS_OF_FEATURES, BelongsToNoFeature.class),
                Arguments.of(ArchitectureRules.DOMAIN_FIELDS_ARE_FINAL, UsesEverythingForbidden.class),
                Arguments.of(ArchitectureRules.ONLY_THE_COMMAND_LINE_PRINTS, UsesEverythingForbidden.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_classes_keep_the_rule(ArchRule rule, Class<?> planted) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_fails_on_a_planted_violator(ArchRule rule, Class<?> planted) {
        JavaClasses violators = new ClassFileImporter()
                .importClasses(
                        planted,
                        StandsBesideTheCatalog.class,
                        KnowsALaterFeature.class,
                        UsesEverythingForbidden.class,
                        NamesAPermission.class,
                        CreateTenant.class);

        assertThat(rule.evaluate(violators).getFailureReport().getDetails())
                .anyMatch(violation -> violation.contains(planted.getName()));
    }

    // The dashboard has no module yet: its library must not be anywhere.
    @Test
    void the_templates_stay_in_their_adapter() {
        ArchitectureRules.TEMPLATES_STAY_IN_THEIR_ADAPTER.check(MAIN);
    }

    @Test
    void every_package_that_a_rule_names_has_classes() {
        List<String> named = List.of(
                "dev.tenure.domain.shared",
                "dev.tenure.domain.event",
                "dev.tenure.domain.tenant",
                "dev.tenure.domain.catalog",
                "dev.tenure.domain.field",
                "dev.tenure.domain.customer",
                "dev.tenure.domain.pricing",
                "dev.tenure.domain.order",
                "dev.tenure.domain.subscription",
                "dev.tenure.application.order.in",
                "dev.tenure.application.order.out",
                "dev.tenure.adapter.persistence",
                "dev.tenure.adapter.json",
                "dev.tenure.adapter.http",
                "dev.tenure.adapter.rest",
                "dev.tenure.adapter.cli",
                "dev.tenure.bootstrap");

        assertThat(named).allSatisfy(name -> assertThat(MAIN.stream()
                        .filter(type -> type.getPackageName().startsWith(name))
                        .filter(type -> !type.getSimpleName().equals("package-info")))
                .as(name)
                .isNotEmpty());
    }
}

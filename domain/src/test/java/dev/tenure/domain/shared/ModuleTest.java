package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleTest {
    @Test
    void the_domain_needs_nothing_but_the_jdk_at_run_time() {
        var classes = Path.of("target", "classes");

        var module = ModuleFinder.of(classes).find("dev.tenure.domain").orElseThrow();

        var neededAtRunTime = module.descriptor().requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .collect(Collectors.toSet());
        assertThat(neededAtRunTime).containsExactly("java.base");
    }
}

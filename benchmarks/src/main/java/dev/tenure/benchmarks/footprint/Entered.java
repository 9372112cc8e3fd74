package dev.tenure.benchmarks.footprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.IMethodCoverage;
import org.jacoco.core.tools.ExecFileLoader;

/** The methods of Tenure that ran, at least partly. */
record Entered(Set<Method> methods) {

    /** @param lines the number of its lines that ran */
    record Method(String packageName, String file, String name, int lines) {

        String key() {
            return packageName + "/" + file + "/" + name;
        }
    }

    static Entered read(ExecFileLoader counters, Path jar) throws IOException {
        CoverageBuilder found = new CoverageBuilder();
        Analyzer analyzer = new Analyzer(counters.getExecutionDataStore(), found);
        try (JarFile file = new JarFile(jar.toFile())) {
            List<JarEntry> classes = file.stream()
                    .filter(entry -> entry.getName().startsWith("dev/tenure/"))
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (JarEntry entry : classes) {
                try (InputStream bytes = file.getInputStream(entry)) {
                    analyzer.analyzeClass(bytes, entry.getName());
                }
            }
        }
        Set<Method> methods = new LinkedHashSet<>();
        for (IClassCoverage type : found.getClasses()) {
            for (IMethodCoverage method : type.getMethods()) {
                if (method.getMethodCounter().getCoveredCount() > 0) {
                    methods.add(new Method(
                            type.getPackageName().replace('/', '.'),
                            type.getSourceFileName(),
                            type.getName() + "." + method.getName() + method.getDesc(),
                            method.getLineCounter().getCoveredCount()));
                }
            }
        }
        return new Entered(methods);
    }

    Entered without(Entered idle) {
        Set<String> known = idle.methods.stream().map(Method::key).collect(Collectors.toSet());
        return new Entered(methods.stream()
                .filter(method -> !known.contains(method.key()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    int size() {
        return methods.size();
    }

    void print(PrintWriter out, boolean each) {
        out.printf("%5s %7s %5s %5s%n", "files", "methods", "lines", "share");
        Map<String, List<Method>> packages = methods.stream()
                .collect(Collectors.groupingBy(
                        Method::packageName, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int lines = lines(methods);
        packages.forEach((name, of) ->
                out.printf("%5d %7d %5d %4d%%  %s%n", files(of), of.size(), lines(of), 100 * lines(of) / lines, name));
        out.printf("%5d %7d %5d         all%n", files(methods), methods.size(), lines);
        if (each) {
            methods.stream()
                    .map(Method::key)
                    .collect(Collectors.toCollection(TreeSet::new))
                    .forEach(out::println);
        }
    }

    private static int lines(Iterable<Method> of) {
        int lines = 0;
        for (Method method : of) {
            lines += method.lines();
        }
        return lines;
    }

    private static int files(java.util.Collection<Method> of) {
        return (int) of.stream()
                .map(method -> method.packageName() + "/" + method.file())
                .distinct()
                .count();
    }
}

package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** The charts of the performance page. */
final class Plots {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 360;

    private final JsonNode run;

    Plots(JsonNode run) {
        this.run = run;
    }

    void write(Path folder) throws IOException {
        write(ratios(), folder.resolve("ratios.svg"));
        write(growth(), folder.resolve("growth.svg"));
    }

    private CategoryChart ratios() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("Requests a second, of PostgreSQL alone; Java "
                        + run.path("jdk").asText())
                .build();
        List<String> operations = Comparison.OPERATIONS;
        chart.addSeries(
                "measured",
                operations,
                operations.stream()
                        .map(operation -> run.path(operation + "Ratio").asDouble())
                        .toList());
        chart.addSeries("target", operations, Target.ratios());
        return chart;
    }

    private XYChart growth() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title("The slowest, p99")
                .xAxisTitle("orders of the tenant")
                .yAxisTitle("ms")
                .build();
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisMin(0.0);
        for (String what : List.of("list", "search")) {
            List<Double> orders = new ArrayList<>();
            List<Double> millis = new ArrayList<>();
            for (var size : run.at("/details/growth/sizes").properties()) {
                orders.add(Double.valueOf(size.getKey()));
                millis.add(size.getValue().path(what + "P99Ms").asDouble());
            }
            chart.addSeries(what, orders, millis);
        }
        return chart;
    }

    private static void write(Chart<? extends AxesChartStyler, ?> chart, Path file) throws IOException {
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        // Each dash of a grid line would be a separate shape.
        chart.getStyler().setPlotGridLinesVisible(false);
        VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
    }
}

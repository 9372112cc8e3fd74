package dev.tenure.adapter.cli.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns that fit {@value #WIDTH} columns of a terminal; elastic columns are cut if needed. The first
 * rows printed set the widths, so that all pages of a long list look alike.
 */
public final class Table {

    public static final int WIDTH = 100;

    private static final int LEAST = 8;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private List<Integer> widths = List.of();

    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** A column that is never cut. */
    public static Column column(String title) {
        return new Column(title, false, false);
    }

    /** A column that is cut when the table is too wide. */
    public static Column elastic(String title) {
        return new Column(title, false, true);
    }

    /** A column of numbers. */
    public static Column number(String title) {
        return new Column(title, true, false);
    }

    /** The rows as text, one line each; the first time below the titles. */
    public String rows(List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>();
        boolean first = widths.isEmpty();
        if (first) {
            lines.add(columns.stream().map(Column::title).toList());
        }
        rows.forEach(row -> lines.add(row.stream().map(DisplayText::oneLine).toList()));
        if (first) {
            widths = widths(lines);
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(line)).append('\n'));
        return text.toString();
    }

    private List<Integer> widths(List<List<String>> lines) {
        List<Integer> natural = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            natural.add(lines.stream()
                    .mapToInt(line -> DisplayText.width(line.get(column)))
                    .max()
                    .orElse(0));
        }
        int excess = natural.stream().mapToInt(Integer::intValue).sum() + GAP.length() * (columns.size() - 1) - WIDTH;
        while (excess > 0) {
            int widest = widestElastic(natural);
            if (widest < 0) {
                break;
            }
            natural.set(widest, natural.get(widest) - 1);
            excess--;
        }
        return List.copyOf(natural);
    }

    private int widestElastic(List<Integer> natural) {
        int widest = -1;
        for (int i = 0; i < columns.size(); i++) {
            boolean gives = columns.get(i).elastic() && natural.get(i) > LEAST;
            if (gives && (widest < 0 || natural.get(i) > natural.get(widest))) {
                widest = i;
            }
        }
        return widest;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            int width = widths.get(i);
            String cell = column.elastic() ? DisplayText.fit(cells.get(i), width) : cells.get(i);
            String padding = " ".repeat(Math.max(0, width - DisplayText.width(cell)));
            line.append(i == 0 ? "" : GAP).append(column.number() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A column and how it behaves. */
    public record Column(String title, boolean number, boolean elastic) {}
}

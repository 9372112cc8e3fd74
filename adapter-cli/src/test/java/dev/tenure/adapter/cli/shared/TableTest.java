package dev.tenure.adapter.cli.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columns_are_aligned_and_numbers_end_together() {
        Table table = new Table(Table.column("NAME"), Table.number("PRICE"), Table.column("END"));

        String text = table.rows(List.of(List.of("a", "1.00", "x"), List.of("longer name", "1000.00", "")));

        assertThat(text).isEqualTo("""
                NAME           PRICE  END
                a               1.00  x
                longer name  1000.00
                """);
    }

    @Test
    void the_longest_elastic_column_gives_way_first_and_none_below_its_least() {
        Table table = new Table(Table.column("ID"), Table.elastic("SHORT"), Table.elastic("LONG"));

        String text = table.rows(List.of(List.of("i".repeat(70), "s".repeat(20), "l".repeat(90))));

        assertThat(text.lines().toList().get(1))
                .isEqualTo("i".repeat(70) + "  " + "s".repeat(12) + "…  " + "l".repeat(12) + "…");
    }

    @Test
    void later_rows_keep_the_shape_of_the_first() {
        Table table = new Table(Table.elastic("NAME"), Table.column("END"));
        table.rows(List.of(List.of("four", "x")));

        String more = table.rows(List.of(List.of("much longer", "y")));

        assertThat(more).isEqualTo("muc…  y\n");
    }

    @Test
    void wide_characters_take_two_columns_and_marks_none() {
        assertThat(DisplayText.width("東京")).isEqualTo(4);
        assertThat(DisplayText.width("한국")).isEqualTo(4);
        assertThat(DisplayText.width("é")).isEqualTo(1);
        assertThat(DisplayText.width("e\u0301")).isEqualTo(1);
        assertThat(DisplayText.width("🚲")).isEqualTo(2);
        assertThat(DisplayText.width("ffi")).isEqualTo(3);
    }

    @Test
    void a_wide_character_is_never_cut_in_half() {
        assertThat(DisplayText.fit("東京タワー", 6)).isEqualTo("東京…");
        assertThat(DisplayText.fit("東京", 4)).isEqualTo("東京");
    }

    @Test
    void details_go_on_below_themselves() {
        Details details = new Details()
                .with("Name", "x")
                .with("Notes", "first\nsecond " + "word ".repeat(25).strip())
                .with("None", null);

        assertThat(details).hasToString("""
                Name   x
                Notes  first
                       second word word word word word word word word word word word word word word word word word
                       word word word word word word word word
                """);
    }
}

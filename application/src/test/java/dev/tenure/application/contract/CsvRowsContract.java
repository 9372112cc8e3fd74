package dev.tenure.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.catalog.out.CsvRows;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** CSV is read row by row, as spreadsheets write it. */
public interface CsvRowsContract {

    CsvRows csvRows();

    @Test
    default void rows_are_read_in_order_the_header_first() {
        assertThat(rows("Name,SKU\nChair,C-1\nSofa,S-1\n"))
                .containsExactly(List.of("Name", "SKU"), List.of("Chair", "C-1"), List.of("Sofa", "S-1"));
    }

    @Test
    default void quotes_keep_commas_line_breaks_and_quotes_together() {
        assertThat(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"\"\n"))
                .containsExactly(List.of("a,b", "say \"hi\"", "two\nlines", ""));
    }

    @Test
    default void empty_fields_are_kept() {
        assertThat(rows(",a,,\n,,,")).containsExactly(List.of("", "a", "", ""), List.of("", "", "", ""));
    }

    @Test
    default void lines_end_in_any_of_the_usual_ways_and_the_last_may_not_end_at_all() {
        assertThat(rows("a\r\nb\nc\rd")).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
    }

    @Test
    default void blank_lines_are_left_out() {
        assertThat(rows("\n\na,b\n\r\n\nc,d\n\n")).containsExactly(List.of("a", "b"), List.of("c", "d"));
        assertThat(rows("")).isEmpty();
        assertThat(rows("\n\r\n")).isEmpty();
    }

    @Test
    default void a_byte_order_mark_is_no_part_of_the_header() {
        assertThat(rows("\uFEFFName,SKU\na,b")).containsExactly(List.of("Name", "SKU"), List.of("a", "b"));
        assertThat(rows("\uFEFF\"Name\",SKU")).containsExactly(List.of("Name", "SKU"));
    }

    @Test
    default void a_stray_quote_inside_an_unquoted_field_is_a_quote() {
        assertThat(rows("16\" laptop,x\ny,5\" 2\""))
                .containsExactly(List.of("16\" laptop", "x"), List.of("y", "5\" 2\""));
    }

    @Test
    default void rows_may_differ_in_length() {
        assertThat(rows("a,b,c\nd\ne,f")).containsExactly(List.of("a", "b", "c"), List.of("d"), List.of("e", "f"));
    }

    @Test
    default void a_file_is_read_as_it_is_consumed() {
        Reader endless = new Reader() {

            private int read;

            @Override
            public int read(char[] buffer, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    buffer[offset + i] = "a,b\n".charAt(read % 4);
                    read++;
                }
                return length;
            }

            @Override
            public void close() {}
        };

        try (Stream<List<String>> rows = csvRows().read(endless)) {
            Iterator<List<String>> first = rows.iterator();
            assertThat(first.next()).isEqualTo(List.of("a", "b"));
            assertThat(first.next()).isEqualTo(List.of("a", "b"));
        }
    }

    private List<List<String>> rows(String csv) {
        try (Stream<List<String>> rows = csvRows().read(new StringReader(csv))) {
            return rows.toList();
        }
    }
}

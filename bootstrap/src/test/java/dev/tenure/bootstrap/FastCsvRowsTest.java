package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.contract.CsvRowsContract;
import dev.tenure.domain.shared.InvalidValue;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FastCsvRowsTest implements CsvRowsContract {

    @Override
    public CsvRows csvRows() {
        return new FastCsvRows();
    }

    @Test
    void a_row_of_too_many_fields_is_refused_and_not_a_crash() {
        Stream<List<String>> rows = csvRows().read(new StringReader("Name,SKU\n" + ",".repeat(100_000)));

        assertThatThrownBy(rows::toList).isInstanceOf(InvalidValue.class).hasMessageContaining("not CSV");
    }
}

package dev.tenure.application.memory;

import dev.tenure.application.catalog.out.CsvRows;
import dev.tenure.application.contract.CsvRowsContract;

class PlainCsvRowsTest implements CsvRowsContract {

    @Override
    public CsvRows csvRows() {
        return new PlainCsvRows();
    }
}

package dev.tenure.application.catalog.out;

/** The out-ports that the use cases of the catalog need. */
public record CatalogPorts(ProductRepository products, OpenOrders openOrders, CsvRows csvRows) {}

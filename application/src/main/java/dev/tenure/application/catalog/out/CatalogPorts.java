package dev.tenure.application.catalog.out;

/** What the use cases of the catalog need of the outside. */
public record CatalogPorts(ProductRepository products, OpenOrders openOrders, CsvRows csvRows) {}

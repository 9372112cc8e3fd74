package dev.tenure.application.catalog.out;

/** What the use cases of the catalog need from outside. */
public record CatalogPorts(ProductRepository products, OpenOrders openOrders, CsvRows csvRows) {}

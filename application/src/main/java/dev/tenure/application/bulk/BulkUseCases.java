package dev.tenure.application.bulk;

import dev.tenure.application.bulk.in.ExportOrders;
import dev.tenure.application.bulk.in.ImportOrders;

/** The bulk use cases of orders. */
public record BulkUseCases(ImportOrders importOrders, ExportOrders exportOrders) {}

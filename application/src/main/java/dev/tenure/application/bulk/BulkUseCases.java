package dev.tenure.application.bulk;

import dev.tenure.application.bulk.in.ExportOrders;
import dev.tenure.application.bulk.in.ImportOrders;

/** What can be asked of many orders at once. */
public record BulkUseCases(ImportOrders importOrders, ExportOrders exportOrders) {}

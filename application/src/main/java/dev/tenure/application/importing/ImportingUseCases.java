package dev.tenure.application.importing;

import dev.tenure.application.importing.in.ImportOrders;

/** The use cases of imports. */
public record ImportingUseCases(ImportOrders importOrders) {}

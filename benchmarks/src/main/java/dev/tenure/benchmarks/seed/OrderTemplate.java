package dev.tenure.benchmarks.seed;

import java.util.List;

/** An order that the product placed, with all its rows. */
record OrderTemplate(
        RowTemplate order,
        List<String> productNames,
        List<RowTemplate> events,
        List<RowTemplate> facets,
        List<RowTemplate> assets,
        List<RowTemplate> subscriptions) {}

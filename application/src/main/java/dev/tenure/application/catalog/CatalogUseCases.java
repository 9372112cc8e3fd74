package dev.tenure.application.catalog;

import dev.tenure.application.catalog.in.ChangeVariantStatus;
import dev.tenure.application.catalog.in.DiscontinueProduct;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;
import dev.tenure.application.catalog.in.ImportProducts;
import dev.tenure.application.catalog.in.RequireProductVersion;
import dev.tenure.application.catalog.in.UpsertProduct;

/** The use cases of the catalog. */
public record CatalogUseCases(
        ImportProducts importProducts,
        FindProducts findProducts,
        FindVariants findVariants,
        UpsertProduct upsertProduct,
        ChangeVariantStatus changeVariantStatus,
        DiscontinueProduct discontinueProduct,
        RequireProductVersion requireVersion) {}

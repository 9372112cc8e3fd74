package dev.tenure.adapter.rest.catalog;

import dev.tenure.adapter.json.catalog.ProductCodec;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.catalog.in.FindProducts;
import dev.tenure.application.catalog.in.FindVariants;

/** Reads the filters of products and variants. */
final class CatalogQueryReader {

    private CatalogQueryReader() {}

    static FindProducts.Filter filter(QueryParameters parameters) {
        return new FindProducts.Filter(
                parameters.oneOf("status", ProductCodec.STATUSES),
                parameters.text("category"),
                parameters.text("brand"),
                parameters.text("search"));
    }

    static FindVariants.Filter variantFilter(QueryParameters parameters) {
        return new FindVariants.Filter(
                parameters.oneOf("status", ProductCodec.VARIANT_STATUSES),
                parameters.text("productSku"),
                parameters.text("sku"),
                parameters.oneOf("grade", ProductCodec.GRADES),
                parameters.text("category"),
                parameters.text("brand"));
    }
}

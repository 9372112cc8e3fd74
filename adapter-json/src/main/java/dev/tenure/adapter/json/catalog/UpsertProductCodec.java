package dev.tenure.adapter.json.catalog;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.application.catalog.in.UpsertProductCommand;
import dev.tenure.application.catalog.in.UpsertProductCommand.DiscountInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.Status;
import dev.tenure.application.catalog.in.UpsertProductCommand.TierInput;
import dev.tenure.application.catalog.in.UpsertProductCommand.VariantInput;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.Discount;
import dev.tenure.domain.catalog.PriceOrigin;
import dev.tenure.domain.catalog.Product;
import dev.tenure.domain.tenant.ContractLengths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of an upsert of a product. Prices are a list of tiers, or an object with the monthly price of each contract
 * length: {@code {"12": 189, "24": 149}}.
 */
public final class UpsertProductCodec {

    private static final Pattern TIER = Pattern.compile("(variants\\[\\d+]\\.pricing\\[\\d+])\\..*");
    private static final Pattern MONTHS = Pattern.compile("[1-9]\\d{0,8}");

    /** The path of a tier that the client wrote as a field of an object, by its path in the command. */
    private final Map<String, String> writtenAs = new HashMap<>();

    public UpsertProductCommand command(JsonFields product) {
        return new UpsertProductCommand(
                checkedLater(product.text("productSku")),
                checkedLater(product.text("name")),
                checkedLater(product.text("specification")),
                checkedLater(product.text("category")),
                checkedLater(product.text("brand")),
                product.text("description"),
                product.texts("images", Product.MAX_IMAGES),
                product.oneOf("status", Status.class),
                checkedLater(variants(product.objects("variants", Product.MAX_VARIANTS))));
    }

    /** The refusal with each path as the client wrote it; there, two fields of a tier may be one. */
    public InvalidCommand asWritten(InvalidCommand refused) {
        Map<String, FieldError> fields = new LinkedHashMap<>();
        for (FieldError field : refused.fields()) {
            FieldError written = asWritten(field);
            fields.putIfAbsent(written.path(), written);
        }
        return writtenAs.isEmpty() ? refused : new InvalidCommand(refused.code(), List.copyOf(fields.values()));
    }

    private FieldError asWritten(FieldError error) {
        Matcher tier = TIER.matcher(error.path());
        String written = tier.matches() ? writtenAs.get(tier.group(1)) : null;
        return written == null ? error : new FieldError(written, error.code(), error.message());
    }

    private @Nullable List<VariantInput> variants(@Nullable List<@Nullable JsonFields> variants) {
        if (variants == null) {
            return null;
        }
        List<VariantInput> inputs = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            JsonFields variant = variants.get(i);
            inputs.add(checkedLater(variant == null ? null : variant("variants[" + i + "]", variant)));
        }
        return inputs;
    }

    private VariantInput variant(String path, JsonFields variant) {
        return new VariantInput(
                checkedLater(variant.text("variantSku")),
                checkedLater(variant.text("variantName")),
                checkedLater(variant.oneOf("grade", ProductCodec.GRADES)),
                variant.text("condition"),
                variant.text("colorName"),
                variant.texts("images", Product.MAX_IMAGES),
                variant.decimal("listPrice"),
                variant.decimal("acquisitionCost"),
                checkedLater(
                        variant.hasObject("pricing")
                                ? priceMap(path + ".pricing", variant.object("pricing"))
                                : tiers(variant.objects("pricing", ContractLengths.MAX_MONTHS))));
    }

    private static @Nullable List<TierInput> tiers(@Nullable List<@Nullable JsonFields> tiers) {
        if (tiers == null) {
            return null;
        }
        List<TierInput> inputs = new ArrayList<>();
        for (JsonFields tier : tiers) {
            inputs.add(checkedLater(tier == null ? null : tier(tier)));
        }
        return inputs;
    }

    private static TierInput tier(JsonFields tier) {
        return new TierInput(
                checkedLater(tier.integer("contractLength")),
                checkedLater(tier.decimal("monthlyPrice")),
                tier.decimal("setupFee"),
                discount(tier.object("discount")),
                tier.oneOf("source", PriceOrigin.Source.class),
                tier.instant("calculatedAt"),
                tier.text("presetUsed"));
    }

    private static @Nullable DiscountInput discount(@Nullable JsonFields discount) {
        return discount == null
                ? null
                : new DiscountInput(
                        checkedLater(discount.oneOf("type", Discount.Type.class)),
                        checkedLater(discount.decimal("value")),
                        discount.text("description"));
    }

    private List<TierInput> priceMap(String path, @Nullable JsonFields prices) {
        List<TierInput> inputs = new ArrayList<>();
        if (prices == null) {
            return inputs;
        }
        for (String months : prices.names()) {
            if (MONTHS.matcher(months).matches()) {
                writtenAs.put(path + "[" + inputs.size() + "]", path + "." + months);
                inputs.add(new TierInput(
                        Integer.valueOf(months), checkedLater(prices.decimal(months)), null, null, null, null, null));
            } else {
                prices.refuse(months, "invalid_type", "must be a contract length in months");
            }
        }
        return inputs;
    }
}

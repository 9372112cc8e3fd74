package dev.tenure.application.order.out;

import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Folding;
import dev.tenure.application.shared.SearchText;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Identifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The search texts and terms of an order, for stores to save and compare. */
public final class OrderFinding {

    /** The prefix of every id that was made here; searches ignore it. */
    public static final String ID_PREFIX = "ord_";

    private static final int LONGEST_TERM = 100;

    private OrderFinding() {}

    /** The names of the customer and of the products, and the id. */
    public static SearchText searchText(OrderView order) {
        List<String> names = new ArrayList<>(CustomerFinding.names(order.customer()));
        order.items().stream().map(item -> item.variant().productName()).forEach(names::add);
        return SearchText.of(names, ID_PREFIX, order.orderId());
    }

    public static boolean matches(OrderView order, SearchWords search) {
        return searchText(order).matches(search, ID_PREFIX);
    }

    /** The terms of the custom fields that could be defined and hold a single value, by their ids. */
    public static Map<String, String> terms(@Nullable CustomFields fields) {
        Map<String, String> terms = new TreeMap<>();
        if (fields != null) {
            fields.values().forEach((id, value) -> Optional.of(id)
                    .filter(Identifier::isWellFormed)
                    .flatMap(defined -> term(value))
                    .ifPresent(term -> terms.put(id, term)));
        }
        return terms;
    }

    /**
     * A text that is the same for equal values: a text is folded and trimmed, a number has no needless digits. Empty
     * for null, a blank text, a list and an object. Only the start of a long text stays readable.
     */
    public static Optional<String> term(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Optional.of(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
        }
        if (value instanceof Boolean truth) {
            return Optional.of(truth.toString());
        }
        if (value instanceof String text) {
            String folded = String.join(" ", Folding.tokens(text));
            return folded.isEmpty() ? Optional.empty() : Optional.of(shortened(folded));
        }
        return Optional.empty();
    }

    private static String shortened(String folded) {
        if (folded.codePointCount(0, folded.length()) <= LONGEST_TERM) {
            return folded;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
            return folded.substring(0, folded.offsetByCodePoints(0, LONGEST_TERM / 2)) + "~"
                    + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.tenure.adapter.http.request;

import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.eclipse.jetty.http.QuotedQualityCSV.QualityValue;

/** The media types that a client accepts (RFC 9110, section 12.5.1). */
public final class Accept {

    private static final int NOT_MENTIONED = -1;

    private final List<QualityValue> ranges;

    private Accept(List<QualityValue> ranges) {
        this.ranges = ranges;
    }

    /** The Accept headers of a request, none or some; a malformed one is ignored. */
    public static Accept of(List<String> headers) {
        QuotedQualityCSV parsed = new QuotedQualityCSV();
        for (String header : headers) {
            try {
                parsed.addValue(header);
            } catch (IllegalArgumentException malformed) {
                return new Accept(List.of());
            }
        }
        return new Accept(parsed.getQualityValues());
    }

    /** The type that the client prefers; the earlier one of equals, and the first if it accepts none of them. */
    public String best(String first, String... others) {
        String best = first;
        double weight = weight(first);
        for (String other : others) {
            double otherWeight = weight(other);
            if (otherWeight > weight) {
                best = other;
                weight = otherWeight;
            }
        }
        return best;
    }

    // The most specific range decides: a type by name, then all of its kind, then everything.
    private double weight(String type) {
        int mostSpecific = NOT_MENTIONED;
        double weight = 0;
        for (QualityValue range : ranges) {
            int specific = specificity(range.getValue(), type);
            if (specific > mostSpecific) {
                mostSpecific = specific;
                weight = Math.min(range.getWeight(), 1);
            }
        }
        return weight;
    }

    private static int specificity(String range, String type) {
        String base = MimeTypes.getBase(range).strip().toLowerCase(Locale.ROOT);
        if (base.equals(type)) {
            return 2;
        }
        if (base.equals("*/*")) {
            return 0;
        }
        return base.endsWith("/*") && type.startsWith(base.substring(0, base.length() - 1)) ? 1 : NOT_MENTIONED;
    }
}

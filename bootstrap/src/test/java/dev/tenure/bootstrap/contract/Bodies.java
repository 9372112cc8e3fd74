package dev.tenure.bootstrap.contract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bodies of requests: the good ones, and every kind of bad one. */
final class Bodies {

    static final String MINIMAL = """
            {"customer": {"email": "john@example.com", "firstName": "John", "lastName": "Smith"},
             "billingAddress": {"contactName": "John Smith", "streetAddress": "123 Main Street", "city": "Amsterdam",
                                "country": "Netherlands"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 1}]}
            """;

    static final String EVERYTHING = """
            {"orderType": "upgrade",
             "upgradeDetails": {"previousDevice": "MacBook Air", "previousSerialNumber": "C02XL0", "previousMonthlyAmount": 49.50,
                                "previousRentalId": "sub_1", "upgradeReason": "too slow"},
             "extensionDetails": {"originalOrderId": "ord_0", "extensionMonths": 6.0, "previousEndDate": "2025-06-30",
                                  "newEndDate": "2025-12-31", "reason": "not yet"},
             "customer": {"email": "ann@example.com", "firstName": "Ann", "lastName": "Ng", "company": "Ng & Co", "phone": "+31 1",
                          "customerType": "business"},
             "billingAddress": {"contactName": "Finance", "company": "Ng & Co", "buildingInfo": "Tower B", "streetAddress": "Quay 1",
                                "locality": "Harbour", "city": "Rotterdam", "adminArea": "ZH", "postalCode": "3011 AA",
                                "country": "Netherlands"},
             "shippingAddress": {"contactName": "Ann Ng", "streetAddress": "Plaza 2", "city": "Amsterdam", "country": "Netherlands"},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 2, "contractLength": 24, "listPriceOverride": 2000,
                        "acquisitionCostOverride": 1800.5},
                       {"sku": "IPAD-PRO-12-M2", "quantity": 1.0}],
             "customFields": {"text": "ä€😀", "number": 1.50, "big": 12345678901234567890, "flag": true, "none": null,
                              "list": [1, [2.25]], "object": {"deep": {"er": []}}},
             "notes": "Ring twice", "paymentTerms": "net_14", "billingGroupId": "bg_1", "unknown": {"is": ["ignored"]}}
            """;

    static final String EDIT = """
            {"customer": {"customerType": "individual", "company": null}, "paymentTerms": null, "billingGroupId": null,
             "billingAddress": {"city": "Utrecht"}, "customFields": {"text": null, "object": {"a": [1]}},
             "items": [{"sku": "MACBOOK-PRO-16-M3", "quantity": 3}, {"sku": "DELL-U2722D-MONITOR", "quantity": 1}],
             "notes": null, "trackingNumber": "3SABC"}
            """;

    static final String FIELD = """
            {"label": "Cost center", "type": "select", "options": ["A1"]}
            """;

    static final String CATALOG = """
            Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
            Pixel 9,PIXEL-9,Phones,Google,128 GB,A,Black,PIXEL-9-128,799.00,699.00,,39.00,29.00,
            Pixel 9,PIXEL-9,Phones,Google,128 GB,Z,Black,PIXEL-9-256,899.00,799.00,,45.00,35.00,
            """;

    /** Units of the order of {@link #MINIMAL}: one that is fine, and bad ones. */
    static final List<String> UNITS = List.of(
            "{\"assetSerialNumber\": \"S-1\", \"startDate\": \"2025-02-03T10:00:00+02:00\"}",
            "{\"assetSerialNumber\": \"S-1\", \"itemIndex\": 0}",
            "{\"assetSerialNumber\": \"S-2\", \"startDate\": \"2025-02-30\"}",
            "{\"assetSerialNumber\": \"S-3\", \"itemIndex\": \"0\"}",
            "{\"assetSerialNumber\": \"S-4\", \"itemIndex\": 7}",
            "{\"assetSerialNumber\": \"S-5\", \"sku\": \"NO-SUCH\"}",
            "{\"assetSerialNumber\": 6}",
            "{}");

    /** Lines of an import: fine ones, and such as only an import can get wrong. */
    static final List<String> IMPORTS = List.of(
            imported("\"startDate\": \"2025-02-03T10:00:00+02:00\""),
            imported("\"startDate\": \"2025-02-03\"").replace("old-1", "old-2").replace("S-1", "S-2"),
            imported("\"startDate\": \"2025-02-03T10:00\"")
                    .replace("old-1", "old-3")
                    .replace("S-1", "S-3"),
            imported("\"startDate\": \"2025-02-30\"").replace("old-1", "old-4"),
            imported("\"startDate\": \"03.02.2025\"").replace("old-1", "old-5"),
            imported("\"startDate\": 20250203").replace("old-1", "old-6"),
            imported("\"startDate\": \"1899-12-31\"").replace("old-1", "old-7"),
            imported("\"startDate\": \"3000-01-01\"").replace("old-1", "old-8"),
            imported("\"startDate\": null")
                    .replace("2025-01-01T08:00:00Z", "2025-01-01")
                    .replace("old-1", "old-9"),
            imported("\"startDate\": null").replace("\"old-1\"", "7"),
            imported("\"startDate\": null").replace("\"S-1\"", "[1]").replace("old-1", "old-11"),
            imported("\"startDate\": null")
                    .replace("\"unitPrice\": 70", "\"unitPrice\": \"70\"")
                    .replace("old-1", "old-12"),
            imported("\"startDate\": null")
                    .replace("\"units\": [{", "\"units\": [7, {")
                    .replace("old-1", "old-13"),
            imported("\"startDate\": null")
                    .replace("\"units\": [", "\"status\": \"lost\", \"units\": [")
                    .replace("old-1", "old-14"),
            MINIMAL.replace("\n", " ").replace("{\"customer\"", "{\"status\": \"lost\", \"customer\""),
            MINIMAL.replace("\n", " ").replace("{\"customer\"", "{\"createdAt\": \"yesterday\", \"customer\""),
            "not json",
            "[]");

    private Bodies() {}

    /** A line with one handed-over unit, which has this too. */
    static String imported(String unit) {
        return ("{\"orderId\": \"old-1\", \"createdAt\": \"2025-01-01T08:00:00Z\","
                        + " \"customer\": {\"email\": \"a@x.example\", \"firstName\": \"Ann\", \"lastName\": \"Lee\"},"
                        + " \"billingAddress\": {\"contactName\": \"Ann\", \"streetAddress\": \"Street 1\", \"city\": \"Utrecht\","
                        + " \"country\": \"NL\"}, \"items\": [{\"sku\": \"MACBOOK-PRO-16-M3\", \"quantity\": 3, \"unitPrice\": 70,"
                        + " \"units\": [{\"assetSerialNumber\": \"S-1\", %s}]}]}")
                .formatted(unit);
    }

    /** An order that is refused. */
    enum BadOrder {
        EMPTY(""),
        BLANK(" "),
        NOT_JSON("{customer: 1}"),
        CUT_OFF("{\"customer\": {"),
        TWO_DOCUMENTS("{} {}"),
        A_LIST("[]"),
        A_TEXT("\"order\""),
        NULL("null"),
        DUPLICATE_KEY("{\"notes\": \"a\", \"notes\": \"b\"}"),
        DUPLICATE_KEY_WITHIN("{\"customer\": {\"email\": 1, \"\\u0065mail\": 2}}"),
        NUL_CHARACTER("{\"notes\": \"a\\u0000b\"}"),
        NUL_IN_A_KEY("{\"a\\u0000\": 1}"),
        HALF_A_SURROGATE_PAIR("{\"notes\": \"\\ud800\"}"),
        NOT_UTF_8("{\"notes\": \"\u00ff\"}") {
            @Override
            byte[] body() {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                bytes.writeBytes("{\"notes\": \"".getBytes(StandardCharsets.US_ASCII));
                bytes.write(0xff);
                bytes.writeBytes("\"}".getBytes(StandardCharsets.US_ASCII));
                return bytes.toByteArray();
            }
        },
        NESTED_TOO_DEEP("{\"customFields\":" + "[".repeat(65) + "]".repeat(65) + "}"),
        TOO_MANY_DIGITS("{\"notes\": " + "9".repeat(1001) + "}"),
        EXPONENT_OVERFLOW("{\"notes\": 1e99999999999999999999}"),
        NOTHING_IN_IT("{}"),
        ALL_OF_THE_WRONG_TYPE("""
            {"orderType": 1, "extensionDetails": [], "upgradeDetails": "x", "customer": 7, "customFields": [], "billingAddress": true,
             "shippingAddress": 1.5, "items": {}, "notes": {}, "paymentTerms": [], "billingGroupId": 9, "confirm": "yes"}"""),
        FIELDS_OF_THE_WRONG_TYPE(with("\"John\"", "5", "\"Smith\"", "null", "\"Amsterdam\"", "[\"Amsterdam\"]")),
        MISSING_AND_WRONG(with("\"email\": \"john@example.com\",", "", "\"quantity\": 1", "\"quantity\": \"three\"")),
        UNKNOWN_WORD(with("{\"customer\"", "{\"orderType\": \"loan\", \"paymentTerms\": \"NET_30\", \"customer\"")),
        LONG_UNKNOWN_WORD(with("{\"customer\"", "{\"orderType\": \"" + "x".repeat(100) + "\", \"customer\"")),
        ITEM_OF_THE_WRONG_TYPE(with("\"items\": [", "\"items\": [7, null, ")),
        NUMBER_AS_TEXT(with(
                "\"quantity\": 1", "\"quantity\": \"1\", \"contractLength\": \"24\", \"listPriceOverride\": \"9\"")),
        FRACTION(with("\"quantity\": 1", "\"quantity\": 1.5, \"contractLength\": 12.0000000001")),
        HUGE_NUMBER(with(
                "\"quantity\": 1",
                "\"quantity\": 1e400, \"contractLength\": -99999999999, \"listPriceOverride\": 1e-999999")),
        HUGE_NUMBER_IN_A_CUSTOM_FIELD(with("{\"customer\"", "{\"customFields\": {\"n\": 1e999999999}, \"customer\"")),
        ZERO(with("\"quantity\": 1", "\"quantity\": 0")),
        BAD_ADDRESS(with("john@example.com", "john")),
        TOO_LONG(with("John Smith", "J".repeat(1001))),
        NO_ITEMS("{\"customer\": {\"email\": \"a@x.example\"}, \"items\": []}"),
        UNKNOWN_SKUS(
                with("\"items\": [", "\"items\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1, \"contractLength\": 9}, ")),
        NO_SUCH_CONTRACT_LENGTH(with("\"quantity\": 1", "\"quantity\": 1, \"contractLength\": 9")),
        BILLING_GROUP_OF_A_PERSON(with("{\"customer\"", "{\"billingGroupId\": \"bg_1\", \"customer\"")),
        DATE_THAT_IS_NONE(
                with(
                        "{\"customer\"",
                        "{\"orderType\": \"extension\", \"extensionDetails\": {\"previousEndDate\": 5, \"extensionMonths\": \"six\"}, \"customer\""));

        private final String body;

        BadOrder(String body) {
            this.body = body;
        }

        byte[] body() {
            return body.getBytes(StandardCharsets.UTF_8);
        }

        private static String with(String... replacements) {
            String body = MINIMAL;
            for (int i = 0; i < replacements.length; i += 2) {
                body = body.replace(replacements[i], replacements[i + 1]);
            }
            return body;
        }
    }

    /** An edit that is refused. */
    enum BadEdit {
        NOT_JSON("{]"),
        ALL_OF_THE_WRONG_TYPE("""
            {"customer": [], "billingAddress": 1, "shippingAddress": "x", "items": 5, "customFields": true, "notes": 7,
             "paymentTerms": 1, "billingGroupId": {}, "trackingNumber": 1, "status": 0}"""),
        UNKNOWN_WORDS(
                "{\"status\": \"paid\", \"paymentTerms\": \"net_9\", \"customer\": {\"customerType\": \"robot\"}}"),
        NULL_WHERE_A_VALUE_MUST_BE("{\"customer\": null, \"billingAddress\": null, \"items\": null, \"status\": null}"),
        NULLS_INSIDE("{\"customer\": {\"email\": null, \"firstName\": null}, \"billingAddress\": {\"city\": null}}"),
        NO_ITEMS("{\"items\": []}"),
        BAD_ITEMS("{\"items\": [7, {\"sku\": 1, \"quantity\": \"1\"}, null]}"),
        UNKNOWN_SKU("{\"items\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1}]}"),
        BAD_ADDRESS("{\"customer\": {\"email\": \"john\"}}");

        private final String body;

        BadEdit(String body) {
            this.body = body;
        }

        String body() {
            return body;
        }
    }
}

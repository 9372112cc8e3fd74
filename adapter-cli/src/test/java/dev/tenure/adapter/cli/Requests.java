package dev.tenure.adapter.cli;

/** Bodies of requests. */
final class Requests {

    /** Five laptops for 24 months, three tablets for 12. */
    static final String BUSINESS_ORDER = """
            {
              "orderType": "standard",
              "customer": {
                "email": "procurement@acmecorp.com",
                "firstName": "Sarah",
                "lastName": "Johnson",
                "company": "Acme Corporation",
                "phone": "+31612345678",
                "customerType": "business"
              },
              "billingAddress": {
                "contactName": "Finance Department",
                "company": "Acme Corporation",
                "streetAddress": "456 Business Park",
                "buildingInfo": "Building A, 3rd Floor",
                "city": "Rotterdam",
                "postalCode": "3011 AA",
                "country": "Netherlands"
              },
              "shippingAddress": {
                "contactName": "Sarah Johnson",
                "streetAddress": "789 Office Plaza",
                "city": "Amsterdam",
                "postalCode": null,
                "country": "Netherlands"
              },
              "items": [
                {"sku": "MACBOOK-PRO-16-M3", "quantity": 5, "contractLength": 24},
                {"sku": "IPAD-PRO-12-M2", "quantity": 3, "contractLength": 12}
              ],
              "customFields": {"purchaseOrderNumber": "PO-2025-001234", "budget": 1.50, "tags": ["it", null, true]},
              "paymentTerms": "net_30",
              "notes": "Rush delivery requested",
              "unknown": "ignored"
            }
            """;

    private Requests() {}

    /** One unit for a person. */
    static String smallOrder(String email, String firstName, String lastName) {
        return """
                {
                  "customer": {"email": "%s", "firstName": "%s", "lastName": "%s"},
                  "billingAddress": {
                    "contactName": "%2$s %3$s", "streetAddress": "123 Main Street",
                    "city": "Amsterdam", "country": "Netherlands"
                  },
                  "items": [{"sku": "IPAD-PRO-12-M2", "quantity": 1}]
                }
                """.formatted(email, firstName, lastName);
    }
}

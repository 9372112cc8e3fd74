package dev.tenure.bootstrap;

/** Requests and catalogs that the whole-system tests send. */
final class Samples {

    static final String CATALOG = """
            Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
            MacBook Pro 16,MBP-16,Laptops,Apple,"M3, 36 GB",A,Black,MACBOOK-PRO-16-M3,2999.00,2400.00,149.00,119.00,89.00,74.00
            iPad Pro 12,IPAD-12,Tablets,Apple,M2,A,Silver,IPAD-PRO-12-M2,1299.00,990.00,79.00,59.00,44.00,
            """;

    private Samples() {}

    /** A business order of 5 laptops and 3 tablets. */
    static String businessOrder(String email) {
        return """
            {
              "orderType": "standard",
              "customer": {"email": "%s", "firstName": "Sarah", "lastName": "Johnson",
                           "company": "Acme Corporation", "customerType": "business"},
              "billingAddress": {"contactName": "Finance Department", "streetAddress": "456 Business Park",
                                 "city": "Rotterdam", "postalCode": "3011 AA", "country": "Netherlands"},
              "items": [
                {"sku": "MACBOOK-PRO-16-M3", "quantity": 5, "contractLength": 24},
                {"sku": "IPAD-PRO-12-M2", "quantity": 3, "contractLength": 12}
              ],
              "customFields": {"purchaseOrderNumber": "PO-2025-001234"},
              "notes": "Rush delivery requested"
            }
            """.formatted(email);
    }

    static String handOver(String orderId, String sku, String serialNumber) {
        return """
            {"orderId": "%s", "sku": "%s", "assetSerialNumber": "%s"}
            """.formatted(orderId, sku, serialNumber);
    }
}

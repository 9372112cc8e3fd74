package dev.tenure.benchmarks.seed;

import java.util.List;

/** The catalog of the benchmarks' tenants. */
public final class Catalog {

    /** The SKU in one of a thousand orders. */
    public static final String RARE_SKU = "OSCILLOSCOPE-4CH";

    public static final List<String> SKUS = List.of(
            "MACBOOK-PRO-16-M3",
            "THINKPAD-X1-G12-32",
            "IPAD-PRO-12-M2",
            "IPHONE-15-128-BLUE",
            "DELL-U2722D-MONITOR",
            "EBIKE-CITY-500-M",
            "CHAIR-ERGO-GRAPHITE",
            "DESK-SITSTAND-160-OAK");

    static final String CSV = """
            Product Name,Product SKU,Category,Brand,Specification,Grade,Color,Variant SKU,List Price,Acquisition Cost,6mo_Price,12mo_Price,24mo_Price,36mo_Price
            "MacBook Pro 16"" M3",MACBOOK-PRO-16,Laptops,Apple,"16-inch, M3 Pro, 18 GB, 512 GB",A,Space Black,MACBOOK-PRO-16-M3,2499.00,1890.00,149.00,119.00,89.00,69.00
            ThinkPad X1 Carbon Gen 12,THINKPAD-X1-G12,Laptops,Lenovo,"14-inch, Core Ultra 7, 32 GB, 1 TB",A,Black,THINKPAD-X1-G12-32,2149.00,1620.00,129.00,99.00,76.00,59.00
            "iPad Pro 12.9"" M2",IPAD-PRO-12,Tablets,Apple,"12.9-inch, M2, 256 GB, Wi-Fi",A,Space Grey,IPAD-PRO-12-M2,1329.00,990.00,79.00,59.00,44.00,35.00
            iPhone 15,IPHONE-15,Phones,Apple,"6.1-inch, 128 GB",A,Blue,IPHONE-15-128-BLUE,949.00,740.00,59.00,45.00,32.00,25.00
            Dell UltraSharp U2722D,DELL-U2722D,Monitors,Dell,"27-inch, 2560 x 1440, USB-C hub",A,,DELL-U2722D-MONITOR,459.00,320.00,29.00,22.00,15.00,12.00
            City E-Bike 500,EBIKE-CITY-500,E-bikes,Veloce,"500 Wh, belt drive, 25 km/h",A,Forest Green,EBIKE-CITY-500-M,2899.00,2050.00,149.00,119.00,95.00,79.00
            Ergo Office Chair,CHAIR-ERGO,Furniture,Sitwell,"Mesh back, lumbar support, adjustable arms",A,Graphite,CHAIR-ERGO-GRAPHITE,649.00,380.00,39.00,29.00,19.00,15.00
            Sit-Stand Desk 160,DESK-SITSTAND-160,Furniture,Sitwell,"160 x 80 cm, electric, memory heights",A,Oak,DESK-SITSTAND-160-OAK,799.00,460.00,45.00,35.00,24.00,18.00
            Oscilloscope 4 Channels,OSCILLOSCOPE,Laboratory,Wavetek,"200 MHz, 2 GS/s",A,,OSCILLOSCOPE-4CH,1899.00,1400.00,129.00,99.00,79.00,65.00
            """;

    private Catalog() {}
}

package dev.tenure.benchmarks.seed;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The people, orders and ids of the benchmarks: a number always gives the same ones. The SQL for pgbench makes ids by
 * the same rule.
 */
public final class World {

    /** Part of the folder name of the seeds, because other rules need new seeds. */
    public static final int VERSION = 1;

    static final int COST_CENTERS = 1_000;

    /** One in this number of orders has the rare product. */
    static final int RARE_PRODUCT = 997;

    private static final int FIRST = 10_000_000;
    private static final List<String> FIRST_NAMES = List.of(
            "Amina", "Bruno", "Carla", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ingrid", "Jonas", "Katja", "Leon",
            "Marta", "Nils", "Olga", "Pavel", "Quirin", "Rosa", "Stefan", "Tilda", "Umar", "Vera", "Willem", "Xenia",
            "Yusuf", "Zora");
    private static final List<String> BEGINNINGS = List.of(
            "Alder", "Bram", "Castel", "Dorn", "Ebers", "Falken", "Garde", "Hollen", "Immer", "Jansen", "Kester",
            "Linden", "Morgen", "Norden", "Oster", "Pelz", "Quast", "Rosen", "Steen", "Tiegel", "Ulmen", "Vester",
            "Winter", "Zeller");
    private static final List<String> ENDINGS = List.of(
            "bach", "berg", "borg", "brink", "burg", "dahl", "dorf", "feld", "gaard", "hagen", "haus", "holm", "horst",
            "kamp", "land", "lund", "mann", "mark", "ski", "stein", "strom", "thal", "veld", "wick");

    private World() {}

    public static String orderId(long order) {
        return "ord_" + body(order);
    }

    public static String customerId(long customer) {
        return "cust_" + body(customer);
    }

    public static String subscriptionId(long order, int unit) {
        return "sub_" + body(order) + unit;
    }

    public static String serialNumber(long order, int unit) {
        return "SN" + (FIRST + order) + "U" + unit;
    }

    /** As long as the product's ids, and ascending with the number as those are with time. */
    private static String body(long number) {
        return "02" + (FIRST + number) + "kd8m2q0v" + (FIRST + number * 7919 % FIRST);
    }

    /** The SQL expression for {@link #body}. */
    public static String bodyInSql(String number) {
        return "'02' || (%1$s + %2$d) || 'kd8m2q0v' || (%2$d + %1$s * 7919 %% %2$d)".formatted(number, FIRST);
    }

    public static Person person(long customer) {
        boolean business = isBusiness(customer);
        int ending = (int) (customer / BEGINNINGS.size() % ENDINGS.size());
        int middle = (int) (customer / BEGINNINGS.size() / ENDINGS.size() % ENDINGS.size());
        String lastName = BEGINNINGS.get((int) (customer % BEGINNINGS.size()))
                + (middle == 0 ? "" : ENDINGS.get(middle))
                + ENDINGS.get(ending);
        String firstName = FIRST_NAMES.get((int) (customer * 31 % FIRST_NAMES.size()));
        return new Person(
                customerId(customer),
                "buyer%d@example.com".formatted(FIRST + customer),
                firstName,
                lastName,
                business ? lastName + " Holding" : null);
    }

    static boolean isBusiness(long customer) {
        return customer % 4 == 0;
    }

    static long customers(long orders) {
        return Math.max(1, orders / 10);
    }

    /** The customer of the order. */
    static long customerOf(long order, long customers) {
        return 1 + Long.remainderUnsigned(mix(order), customers);
    }

    static String costCenter(long order) {
        return "CC-%04d".formatted(Long.remainderUnsigned(mix(order + 1), COST_CENTERS));
    }

    /** A pseudorandom number, always the same for the same argument. */
    static long mix(long number) {
        long mixed = (number + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A customer. */
    public record Person(
            String id,
            String email,
            String firstName,
            String lastName,
            @Nullable String company) {

        public String type() {
            return company == null ? "individual" : "business";
        }

        /** The line for the scripts of the load generator. */
        public String line() {
            return String.join("\t", email, firstName, lastName, company == null ? "" : company, type());
        }

        List<String> names() {
            return company == null ? List.of(firstName, lastName, email) : List.of(firstName, lastName, company, email);
        }

        String emailKey() {
            return email.toLowerCase(Locale.ROOT);
        }
    }
}

package dev.tenure.bootstrap;

/** The entry of the executable jar. */
public final class Main {
    private Main() {}

    /** Prints the version until there are commands to run. */
    public static void main(String[] args) {
        System.out.println("tenure " + version());
    }

    /** The version in the jar's manifest, or "development" when run from classes. */
    static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}

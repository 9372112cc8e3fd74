package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.TenureCommand;
import java.util.Locale;

/** The entry of the executable jar. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        speakEnglish();
        System.exit(TenureCommand.run(new TenureInstallation(System.getenv()), args));
    }

    /** Messages, numbers and dates are the same in every locale: clients and scripts read them. */
    static void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }
}

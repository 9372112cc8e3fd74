package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.TenureCommand;

/** The entry of the executable jar. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(TenureCommand.run(new TenureInstallation(System.getenv()), args));
    }
}

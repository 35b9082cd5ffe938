package dev.daystream;

import dev.daystream.cli.Daystream;

/** Starts a command. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Daystream.run(arguments));
    }
}

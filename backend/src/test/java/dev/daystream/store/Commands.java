package dev.daystream.store;

import java.io.IOException;
import java.nio.file.Path;

/** Other programs. */
final class Commands {
    private static final int NOT_FOUND = 127;

    private Commands() {}

    /** Runs a command in a directory, its output thrown away; returns its exit code, as a shell does if there is no such command. */
    static int exitCode(Path directory, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return NOT_FOUND;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package dev.daystream.store;

import dev.daystream.config.DatabaseSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * TimescaleDB compiled to WebAssembly, in a Node.js process that speaks PostgreSQL's protocol (src/test/timescale-wasm/README.md).
 * Its package is installed when it is missing or another version is wanted.
 */
final class TimescaleWasm {
    private static final Path HOME = Path.of("src/test/timescale-wasm").toAbsolutePath();
    private static final Path LOCK = HOME.resolve("package-lock.json");
    /** What was installed, as the lock file described it. */
    private static final Path INSTALLED = HOME.resolve("node_modules/.installed");

    private TimescaleWasm() {}

    /** Starts a process that ends with this one. */
    static DatabaseSettings start() throws TestServers.Unavailable {
        if (Commands.exitCode(HOME, "node", "--version") != 0 || Commands.exitCode(HOME, "npm", "--version") != 0) {
            throw new TestServers.Unavailable("there is no Node.js");
        }
        try {
            install();
            Process process = new ProcessBuilder("node", "bridge.mjs")
                    .directory(HOME.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            // If this process is killed, the end of its standard input tells the other.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new DatabaseSettings("127.0.0.1", port(process), "postgres", "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void install() throws IOException {
        byte[] wanted = Files.readAllBytes(LOCK);
        if (Files.exists(INSTALLED) && java.util.Arrays.equals(wanted, Files.readAllBytes(INSTALLED))) {
            return;
        }
        if (Commands.exitCode(HOME, "npm", "ci") != 0) {
            throw new IOException("The package of TimescaleDB could not be installed: `npm ci` failed in " + HOME);
        }
        Files.write(INSTALLED, wanted);
    }

    /** Waits for the process's first line. It is not closed: the process would end if it could not write. */
    private static int port(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("The bridge to TimescaleDB ended before it had a port; its words are above");
        }
        return Integer.parseInt(line);
    }
}

package dev.daystream.ops;

import dev.daystream.config.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The simulator as a process of its own; it ends when this process does, however that happens, as its standard input ends then. */
public final class SimulatorProcess implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");
    private static final int STOP_SECONDS = 4;

    private final Process process;
    private final URI address;

    private SimulatorProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts a simulator and waits until it listens. Blocks.
     *
     * @param port TCP port; 0 takes a free one
     * @throws IOException if it does not come up; the message carries its last words
     */
    public static SimulatorProcess start(Settings settings, int port) throws IOException {
        List<String> command = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (Files.isExecutable(setsid)) {
            // In a session of its own, Ctrl-C reaches only us, and we stop it when its turn comes.
            command.add(setsid.toString());
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=4",
                "-Xmx512m",
                "-cp",
                System.getProperty("daystream.simulator.classpath", System.getProperty("java.class.path")),
                "dev.daystream.simulator.Main",
                "--host=127.0.0.1",
                "--port=" + port,
                "--seed=" + settings.simulatorSeed(),
                "--hr-every=" + settings.heartRateEvery(),
                "--quota=0",
                "--exit-with-parent"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new SimulatorProcess(process, awaitAddress(process));
    }

    private static URI awaitAddress(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                drain(output);
                return URI.create(matcher.group(1));
            }
            said.append(line).append(System.lineSeparator());
        }
        throw new IOException("The simulator did not start: " + said.toString().strip());
    }

    /** Reads on, so that a talkative simulator never waits for us. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try (output) {
                        output.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        // It has ended.
                    }
                },
                "simulator-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns where it answers. */
    public URI address() {
        return address;
    }

    /** Stops it and waits for its end. Blocks for a few seconds at most. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}

package dev.daystream.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void saysWhereItListensAndEndsWithItsParent() throws Exception {
        Process process = start("--port", "0", "--exit-with-parent");
        assertThat(firstLine(process)).matches("simulator listening on http://127\\.0\\.0\\.1:[1-9]\\d+");
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void endsWhenTerminated() throws Exception {
        Process process = start("--port", "0");
        assertThat(firstLine(process)).startsWith("simulator listening");
        process.destroy();
        assertThat(process.waitFor()).isEqualTo(143);
    }

    @Test
    void refusesWrongArguments() throws Exception {
        assertThat(start("--hr-every", "0s").waitFor()).isEqualTo(2);
        assertThat(start("--participants", "0").waitFor()).isEqualTo(2);
        assertThat(start("--colour", "blue").waitFor()).isEqualTo(2);
        assertThat(start("--switches", "[{\"kind\":\"melt\"}]").waitFor()).isEqualTo(2);
        assertThat(start("--switches", "no-such-file.json").waitFor()).isEqualTo(2);
    }

    private static String firstLine(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        return String.valueOf(lines.readLine());
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}

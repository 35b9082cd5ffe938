package dev.daystream.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.daystream.model.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    @TempDir
    Path root;

    private final Delivery delivery = new Delivery(3, "fitbit", "steps", LocalDate.parse("2026-03-02"));

    @Test
    void aPayloadComesBackByteForByteAndIsKeptOnce() throws IOException {
        Lake lake = new Lake(root);
        byte[] payload = new byte[100_000];
        new Random(1).nextBytes(payload);
        String place = lake.write(delivery, Lake.hash(payload), payload);
        assertThat(place).matches("fitbit/3/2026-03-02/steps-[0-9a-f]{16}\\.gz");
        assertThat(lake.write(delivery, Lake.hash(payload), payload)).isEqualTo(place);
        assertThat(lake.read(place)).isEqualTo(payload);
        try (var files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void nothingOutsideTheLakeIsRead() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), "x");
        Lake lake = new Lake(Files.createDirectories(root.resolve("lake")));
        assertThatThrownBy(() -> lake.read("../" + secret.getFileName())).isInstanceOf(NoSuchFileException.class);
    }
}

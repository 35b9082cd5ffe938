package dev.daystream.lake;

import dev.daystream.model.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Payloads on disk, compressed, never changed once written: {@code {source}/{participant}/{date}/{data type}-{hash}.gz}.
 *
 * <p>A payload's name carries the first 16 hexadecimal digits of the SHA-256 of its bytes, so that the same payload is one file however
 * often it comes. Methods block; safe for use by several threads and processes.
 */
public final class Lake {
    private static final int HASH_IN_NAME = 16;

    private final Path root;

    public Lake(Path root) {
        this.root = root;
    }

    /** Returns the SHA-256 of a payload in hexadecimal. */
    public static String hash(byte[] payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * Keeps a payload. When this returns, it is on disk.
     *
     * @return its place, relative to the lake
     */
    public String write(Delivery delivery, String hash, byte[] payload) throws IOException {
        String place = "%s/%d/%s/%s-%s.gz"
                .formatted(
                        delivery.source(),
                        delivery.participant(),
                        delivery.date(),
                        delivery.dataType(),
                        hash.substring(0, HASH_IN_NAME));
        Path file = root.resolve(place);
        if (Files.exists(file)) {
            return place;
        }
        Path directory = Files.createDirectories(root.resolve(place).resolveSibling(""));
        Path part = Files.createTempFile(directory, delivery.dataType(), ".part");
        try {
            writeThrough(part, payload);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            sync(directory);
        } finally {
            Files.deleteIfExists(part);
        }
        return place;
    }

    private static void writeThrough(Path file, byte[] payload) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(payload.length / 4 + 64);
        try (OutputStream gzip = new FastGzip(packed)) {
            gzip.write(payload);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // A full disk may take a part only: what is cut short must never get the name of a whole payload.
            ByteBuffer bytes = ByteBuffer.wrap(packed.toByteArray());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Brings a directory's entries to disk: without that, a new name may be lost with the power. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Returns a payload, byte for byte as it came.
     *
     * @throws NoSuchFileException if there is none at that place
     */
    public byte[] read(String place) throws IOException {
        Path file = root.resolve(place).normalize();
        if (!file.startsWith(root.normalize())) {
            throw new NoSuchFileException(place);
        }
        try (InputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
            return gzip.readAllBytes();
        }
    }

    /** What can be wrong with a payload of the lake. */
    public enum State {
        /** It is there, and its bytes have the hash that they should have. */
        SOUND,
        /** There is no such file. */
        MISSING,
        /** It cannot be unpacked, or its bytes have another hash. */
        DAMAGED
    }

    /**
     * Checks a payload against its name, and against the hash that is on record for it.
     *
     * @param hash SHA-256 in hexadecimal; null if only the name tells
     */
    public State check(String place, @Nullable String hash) {
        try {
            String found = hash(read(place));
            boolean named = place.endsWith("-" + found.substring(0, HASH_IN_NAME) + ".gz");
            return named && (hash == null || hash.equals(found)) ? State.SOUND : State.DAMAGED;
        } catch (NoSuchFileException e) {
            return State.MISSING;
        } catch (IOException e) {
            return State.DAMAGED;
        }
    }

    /** Payloads shrink to a tenth at the fastest level already. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

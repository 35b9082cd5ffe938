package dev.daystream.source.fitabase;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a Fitabase export that the catalogue knows: plain or gzipped CSV, in a directory or one level below it. */
public final class FitabaseExport {
    /** Key of the source in the catalogue. */
    public static final String SOURCE = "fitabase";

    private static final String GZIP = ".gz";

    private FitabaseExport() {}

    /**
     * Returns the known files of an export in the catalogue's order, then in that of their paths. Names are matched without regard to
     * case; of a file that lies there both plain and gzipped, the plain one is taken.
     *
     * @throws NotDirectoryException if {@code directory} is none
     * @throws IOException if it cannot be read
     */
    public static List<ExportFile> open(Path directory, Catalog catalog) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(directory, 2)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<ExportFile> files = new ArrayList<>();
        for (Payload payload : catalog.payloadsOf(SOURCE)) {
            for (Path path : filesOf(payload, paths)) {
                files.add(new ExportFile(path, payload, Files.size(path)));
            }
        }
        return files;
    }

    private static List<Path> filesOf(Payload payload, List<Path> paths) {
        String wanted = payload.path().toLowerCase(Locale.ROOT);
        Map<Path, Path> byPlainPath = new TreeMap<>();
        for (Path path : paths) {
            String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
            if (name.equals(wanted)) {
                byPlainPath.put(path.resolveSibling(wanted), path);
            } else if (name.equals(wanted + GZIP)) {
                byPlainPath.putIfAbsent(path.resolveSibling(wanted), path);
            }
        }
        return List.copyOf(byPlainPath.values());
    }

    /** Returns whether a file is gzipped, told by its name. */
    static boolean isGzipped(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
    }
}

package dev.daystream.source.fitabase;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files below a directory, by what an import does with each.
 *
 * @param files files that are read, in the catalogue's order, then in that of their paths
 * @param skipped files that are known and not read, by name; with the reason
 * @param unknown names of all other files
 */
public record FitabaseExport(List<ExportFile> files, Map<String, String> skipped, List<String> unknown) {
    /** Key of the source in the catalogue. */
    public static final String SOURCE = "fitabase";

    private static final String GZIP = ".gz";

    public FitabaseExport {
        files = List.copyOf(files);
        unknown = List.copyOf(unknown);
    }

    /**
     * Finds the files of an export, at any depth. Names are matched without regard to case.
     *
     * @throws NotDirectoryException if {@code directory} is none
     * @throws IOException if it cannot be read
     */
    public static FitabaseExport open(Path directory, Catalog catalog) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NotDirectoryException(directory.toString());
        }
        Path root = directory.toRealPath();
        Map<String, Path> paths = new TreeMap<>();
        Map<String, String> skipped = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                paths.put(name(root, path), path);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure) {
                skipped.put(name(root, path), "cannot be read");
                return FileVisitResult.CONTINUE;
            }
        });
        List<ExportFile> files = new ArrayList<>();
        List<String> unknown = new ArrayList<>(paths.keySet());
        for (Payload payload : catalog.payloadsOf(SOURCE)) {
            for (String wanted : payload.fileNames().toList()) {
                for (Map.Entry<String, Path> entry : paths.entrySet()) {
                    if (plainName(entry.getValue()).equals(wanted.toLowerCase(Locale.ROOT))) {
                        files.add(new ExportFile(
                                entry.getValue(), entry.getKey(), payload, Files.size(entry.getValue())));
                        unknown.remove(entry.getKey());
                    }
                }
            }
        }
        for (String name : List.copyOf(unknown)) {
            String reason = SkippedFiles.reason(plainName(Path.of(name)));
            if (reason != null) {
                skipped.put(name, reason);
                unknown.remove(name);
            }
        }
        List<ExportFile> read = new ArrayList<>(files);
        for (ExportFile file : files) {
            String reason = SkippedFiles.repetition(file, files);
            if (reason != null) {
                skipped.put(file.name(), reason);
                read.remove(file);
            }
        }
        return new FitabaseExport(read, skipped, unknown);
    }

    private static String name(Path directory, Path path) {
        return directory.relativize(path).toString().replace('\\', '/');
    }

    /** Returns a file's name in lower case, as if it were not gzipped. */
    static String plainName(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(GZIP) ? name.substring(0, name.length() - GZIP.length()) : name;
    }

    /** Returns whether a file is gzipped, told by its name. */
    static boolean isGzipped(Path path) {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(GZIP);
    }
}

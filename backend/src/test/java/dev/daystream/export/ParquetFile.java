package dev.daystream.export;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A Parquet file as another reader sees it.
 *
 * @param schema in Parquet's own words
 * @param metadata keys and values of the footer
 * @param rows columns that are not empty
 */
public record ParquetFile(String schema, Map<String, String> metadata, List<Map<String, Object>> rows) {
    /** Reads a file. */
    public static ParquetFile read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("export", ".parquet");
        try {
            Files.write(file, bytes);
            var footer = ParquetReader.readMetadata(file.toFile()).getFileMetaData();
            try (Stream<Map<String, Object>> rows =
                    ParquetReader.streamContent(file.toFile(), new Rows(), path -> String.join(".", path))) {
                return new ParquetFile(footer.getSchema().toString(), footer.getKeyValueMetaData(), rows.toList());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static final class Rows implements Hydrator<Map<String, Object>, Map<String, Object>, String> {
        @Override
        public Map<String, Object> start() {
            return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> target, String heading, Object value) {
            if (value != null) {
                target.put(heading, value);
            }
            return target;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> target) {
            return target;
        }
    }
}

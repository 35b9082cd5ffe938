package dev.daystream.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.util.Locale;

/** How rows are written. */
public enum Format {
    /** Comma-separated values (RFC 4180). */
    CSV("text/csv"),
    /** One JSON object. */
    JSON("application/json"),
    /** Apache Parquet, with Snappy. */
    PARQUET("application/vnd.apache.parquet");

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Returns the media type. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the name in the API, which is also what file names end in. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format of that name. */
    public static Format of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    RowWriter writer(Table table, About about, long limit) throws IOException {
        Chunk chunk = new Chunk();
        return switch (this) {
            case CSV -> new CsvRows(table, chunk, limit);
            case JSON -> new JsonRows(table, about, chunk, limit);
            case PARQUET -> new ParquetRows(table, about, chunk, limit);
        };
    }
}

package dev.daystream.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;

/** Parquet, written front to back: a group of rows leaves when it is full, so no file is needed on the way. */
final class ParquetRows extends RowWriter {
    private static final long GROUP_BYTES = 16L * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ParquetWriter<Row> writer;

    ParquetRows(Table table, About about, Chunk chunk, long limit) throws IOException {
        super(chunk, limit);
        writer = new Builder(new ChunkFile(chunk), table)
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .withRowGroupSize(GROUP_BYTES)
                .withExtraMetaData(metadata(table, about))
                .build();
    }

    private static Map<String, String> metadata(Table table, About about) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("daystream.about", MAPPER.writeValueAsString(about.entries()));
        entries.put(
                "daystream.columns",
                MAPPER.writeValueAsString(table.fields().stream()
                        .collect(Collectors.toMap(Field::key, Field::meaning, (a, b) -> a, LinkedHashMap::new))));
        return entries;
    }

    @Override
    void write(Row row) throws IOException {
        writer.write(row);
    }

    @Override
    void end() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final Table table;

        Builder(OutputFile file, Table table) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        // The method that is not deprecated ends in this one.
        @SuppressWarnings("deprecation")
        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            MessageType schema = ParquetSchema.of(table);
            return new ParquetSupport(table, schema);
        }
    }

    /** The chunk as a file that only grows. */
    private record ChunkFile(Chunk chunk) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return chunk.position();
                }

                @Override
                public void write(int one) {
                    chunk.write(one);
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    chunk.write(bytes, from, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }
}

package dev.daystream.export;

import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands rows to the Parquet library. */
final class ParquetSupport extends WriteSupport<Row> {
    private static final long MICROS = 1_000;

    private final Table table;
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    ParquetSupport(Table table, MessageType schema) {
        this.table = table;
        this.schema = schema;
    }

    // The method that is not deprecated ends in this one.
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(Row row) {
        RecordConsumer to = Objects.requireNonNull(consumer);
        to.startMessage();
        for (Field field : table.fields()) {
            if (row.has(field)) {
                to.startField(field.key(), field.ordinal());
                value(to, row, field);
                to.endField(field.key(), field.ordinal());
            }
        }
        to.endMessage();
    }

    private static void value(RecordConsumer to, Row row, Field field) {
        switch (field.type()) {
            case TEXT -> to.addBinary(Binary.fromString(row.text(field)));
            case INTEGER -> to.addLong(row.integer(field));
            case NUMBER -> to.addDouble(row.number(field));
            case INSTANT -> to.addLong(row.integer(field) * MICROS);
        }
    }
}

package dev.daystream.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** Tables as Parquet has them: every column may be empty; instants are microseconds in UTC. */
final class ParquetSchema {
    private ParquetSchema() {}

    static MessageType of(Table table) {
        return new MessageType(
                table.name(), table.fields().stream().map(ParquetSchema::column).toList());
    }

    private static Type column(Field field) {
        return switch (field.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY).as(stringType()).named(field.key());
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(field.key());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(field.key());
            case INSTANT ->
                Types.optional(PrimitiveTypeName.INT64)
                        .as(timestampType(true, TimeUnit.MICROS))
                        .named(field.key());
        };
    }
}

package dev.daystream.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;

/** One JSON object: what it is about, its columns, and an object for each row, which has every column. */
final class JsonRows extends RowWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Table table;
    private final JsonGenerator json;

    JsonRows(Table table, About about, Chunk chunk, long limit) throws IOException {
        super(chunk, limit);
        this.table = table;
        this.json = MAPPER.getFactory().createGenerator(chunk);
        json.writeStartObject();
        json.writePOJOField("about", about.entries());
        json.writeArrayFieldStart("columns");
        for (Field field : table.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.key());
            json.writeStringField("type", field.type().key());
            json.writeStringField("meaning", field.meaning());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rows");
    }

    @Override
    void write(Row row) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        for (Field field : table.fields()) {
            json.writeFieldName(field.key());
            if (row.has(field)) {
                value(row, field);
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
    }

    private void value(Row row, Field field) throws IOException {
        switch (field.type()) {
            case TEXT -> json.writeString(row.text(field));
            case INTEGER -> json.writeNumber(row.integer(field));
            case NUMBER -> json.writeNumber(NumberText.of(row.number(field)));
            case INSTANT ->
                json.writeString(Instant.ofEpochMilli(row.integer(field)).toString());
        }
    }

    @Override
    void flush() throws IOException {
        json.flush();
    }

    @Override
    void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }
}

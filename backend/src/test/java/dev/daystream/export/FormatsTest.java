package dev.daystream.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final About ABOUT = new About(Map.of("table", "series"));

    private static byte[] written(Format format, int rows, String name) throws IOException {
        RowWriter writer = format.writer(Table.SERIES, ABOUT, 1_000_000);
        Row row = new Row(Table.SERIES);
        for (int i = 0; i < rows; i++) {
            row.clear()
                    .integer(SeriesField.PARTICIPANT, 7)
                    .text(SeriesField.NAME, name)
                    .integer(SeriesField.START, 1_774_742_400_000L + i * 1_000L)
                    .decimal(SeriesField.VALUE, 61.3f);
            writer.add(row);
        }
        byte[] first = writer.take().getBytes();
        writer.end();
        byte[] rest = writer.take().getBytes();
        byte[] all = java.util.Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, all, first.length, rest.length);
        return all;
    }

    @Test
    void aSpreadsheetTakesNoNameForAFormula() throws IOException {
        for (String name : new String[] {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"}) {
            String csv = new String(written(Format.CSV, 1, name), StandardCharsets.UTF_8);
            assertThat(csv).contains("\r\n7,'" + name + ",");
        }
    }

    @Test
    void csvQuotesWhatItMust() throws IOException {
        String csv = new String(written(Format.CSV, 1, "Al\"ice, the\nfirst"), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("participant,name,metric,unit,source,device,resolution,row,start,end,local,value,")
                .contains("\r\n7,\"Al\"\"ice, the\nfirst\",,,,,,,2026-03-29T00:00:00Z,,,61.3,,")
                .endsWith(",\r\n");
    }

    @Test
    void jsonHasEveryColumnInEveryRow() throws IOException {
        JsonObject json = new JsonObject(new String(written(Format.JSON, 2, "=1"), StandardCharsets.UTF_8));
        assertThat(json.getJsonArray("rows")).hasSize(2);
        JsonObject row = json.getJsonArray("rows").getJsonObject(1);
        assertThat(row.fieldNames()).hasSize(SeriesField.values().length);
        assertThat(row.getString("name")).isEqualTo("=1");
        assertThat(row.getString("start")).isEqualTo("2026-03-29T00:00:01Z");
        assertThat(row.getValue("min")).isNull();
    }

    @Test
    void parquetIsReadBackWithItsTypes() throws IOException {
        ParquetFile file = ParquetFile.read(written(Format.PARQUET, 3_000, "Alice"));
        assertThat(file.rows()).hasSize(3_000);
        assertThat(file.rows().get(2_999))
                .containsEntry("participant", 7L)
                .containsEntry("name", "Alice")
                .containsEntry("value", 61.3)
                .containsEntry("start", (1_774_742_400_000L + 2_999_000L) * 1_000)
                .doesNotContainKey("min");
        assertThat(file.schema())
                .contains(
                        "optional int64 start (TIMESTAMP(MICROS,true))",
                        "optional double value",
                        "binary name (STRING)");
        assertThat(file.metadata().get("daystream.about")).isEqualTo("{\"table\":\"series\"}");
    }

    @Test
    void moreRowsThanMayBeAreRefused() throws IOException {
        RowWriter writer = Format.CSV.writer(Table.SERIES, ABOUT, 1);
        Row row = new Row(Table.SERIES);
        writer.add(row);
        assertThatThrownBy(() -> writer.add(row)).isInstanceOf(TooManyRowsException.class);
    }
}

package dev.daystream.source.fitabase;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.Decimals;
import dev.daystream.source.parsing.ParsedDayBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Parser of rows that bring the day's own figures: one row a day; the same row again counts as a duplicate. */
final class DailyRows implements PayloadParser {
    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        ParsedDayBuilder day = new ParsedDayBuilder(context, 0);
        CsvRows rows = new CsvRows(day);
        Set<List<String>> seen = new HashSet<>();
        rows.read(payload, columns -> (row, wallMillis, line) -> {
            if (!seen.add(row.getFields())) {
                day.duplicate();
            } else if (Math.floorDiv(wallMillis, FitabaseTimes.DAY_MILLIS)
                    != context.date().toEpochDay()) {
                day.log()
                        .add(
                                Rejection.Reason.OTHER_DAY,
                                rows.position(line),
                                "The date is not the day asked for: " + CsvRows.quote(row));
            } else {
                readRow(row, columns, day, rows.position(line));
            }
        });
        return day.build(day.localDay());
    }

    private static void readRow(CsvRecord row, CsvColumns columns, ParsedDayBuilder day, String position) {
        new TreeMap<>(day.context().payload().daily()).forEach((field, target) -> {
            String text = row.getField(columns.column(field));
            if (!text.isBlank()) {
                day.daily().add(field, target, Decimals.parse(text), position);
            }
        });
    }
}

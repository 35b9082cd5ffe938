package dev.daystream.source.fitabase;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.Rejection;
import dev.daystream.model.TimeRange;
import dev.daystream.model.WallClock;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.Decimals;
import dev.daystream.source.parsing.ParsedDayBuilder;
import dev.daystream.source.parsing.RecordClock;
import java.util.function.LongUnaryOperator;

/** Parser of rows that bring samples: one for each field, or in wide files one for each minute of an hour; the header tells which. */
final class SampleRows implements PayloadParser {
    private static final int BYTES_PER_ROW = 30;

    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        ParsedDayBuilder day = new ParsedDayBuilder(context, payload.length / BYTES_PER_ROW);
        CsvRows rows = new CsvRows(day);
        int[] step = {0};
        rows.read(payload, columns -> {
            step[0] = columns.step();
            return new Run(day, rows, columns)::read;
        });
        day.finish(step[0], rows::position);
        return day.build(day.localDay());
    }

    /** One part of a payload being read; its rows have a clock of their own, since another part may begin earlier again. */
    private static final class Run {
        private final ParsedDayBuilder day;
        private final CsvRows rows;
        private final TimeRange range;
        private final LongUnaryOperator clock;
        private final int[][] columns;

        private Run(ParsedDayBuilder day, CsvRows rows, CsvColumns columns) {
            this.day = day;
            this.rows = rows;
            this.range = day.localDay();
            this.clock = clock(day.context(), columns.step());
            this.columns = new int[day.samples().count()][];
            for (int slot = 0; slot < this.columns.length; slot++) {
                this.columns[slot] = columns.columns(day.samples().field(slot));
            }
        }

        private void read(CsvRecord row, long wallMillis, int line) {
            for (int minute = 0; minute < columns[0].length; minute++) {
                long time = clock.applyAsLong(wallMillis + minute * 60_000L);
                if (!accepts(time, row, line)) {
                    return;
                }
                for (int slot = 0; slot < columns.length; slot++) {
                    readField(row, slot, columns[slot][minute], time, line);
                }
            }
        }

        /** An empty field is no value; a row need not have all. */
        private void readField(CsvRecord row, int slot, int column, long time, int line) {
            String text = row.getField(column);
            if (text.isBlank()) {
                return;
            }
            double value = Decimals.parse(text);
            if (Double.isNaN(value)) {
                reject(Rejection.Reason.MALFORMED, row, line, day.samples().field(slot) + " is not a number");
            } else {
                day.samples().add(slot, time, value, line);
            }
        }

        private boolean accepts(long time, CsvRecord row, int line) {
            if (time == WallClock.NONE) {
                reject(Rejection.Reason.NO_SUCH_TIME, row, line, "The clocks skipped the time");
                return false;
            }
            if (!range.contains(time)) {
                reject(Rejection.Reason.OTHER_DAY, row, line, "The time does not belong to the day");
                return false;
            }
            return true;
        }

        private void reject(Rejection.Reason reason, CsvRecord row, int line, String detail) {
            day.log().add(reason, rows.position(line), detail + ": " + CsvRows.quote(row));
        }
    }

    /** An hour's value that comes again at the same wall time is autumn's repeated hour; a sample's is a row sent twice. */
    private static LongUnaryOperator clock(Context context, int step) {
        if (step == CsvColumns.HOUR) {
            WallClock clock = new WallClock(context.zones());
            return wall -> clock.instant(
                    Math.floorDiv(wall, FitabaseTimes.DAY_MILLIS), Math.floorMod(wall, FitabaseTimes.DAY_MILLIS));
        }
        RecordClock clock = new RecordClock(context.zones());
        return wall -> clock.instant(
                Math.floorDiv(wall, FitabaseTimes.DAY_MILLIS), Math.floorMod(wall, FitabaseTimes.DAY_MILLIS));
    }
}

package dev.daystream.source.fitbit;

import dev.daystream.model.ParsedDay;
import dev.daystream.source.BadPayloadException;
import dev.daystream.source.PayloadParser;
import dev.daystream.source.parsing.ParsedDayBuilder;

/**
 * Parser of what is measured in the night: oxygen saturation, heart-rate variability, breathing rate. The day's object is the whole
 * payload, or stands in an array, or in an array within an element.
 */
final class NightParser implements PayloadParser {
    private static final int BYTES_PER_RECORD = 50;

    private final String element;
    private final String innerField;
    private final double unavailable;

    /**
     * Makes a parser.
     *
     * @param element name of the element that the days' objects may be wrapped in
     * @param innerField see {@link DailyEntries#readValue}
     * @param unavailable see {@link DailyEntries#readValue}
     */
    NightParser(String element, String innerField, double unavailable) {
        this.element = element;
        this.innerField = innerField;
        this.unavailable = unavailable;
    }

    @Override
    public ParsedDay parse(byte[] payload, Context context) throws BadPayloadException {
        ParsedDayBuilder day = new ParsedDayBuilder(context, payload.length / BYTES_PER_RECORD);
        RecordReader records =
                new RecordReader(payload, day, "value", false, DayWindow.ofNight(context.zones(), context.date()));
        DayObjects days = new DayObjects(records, new DailyEntries(day), innerField, unavailable);
        JsonPayload.read(payload, json -> days.readWrapped(element, json));
        day.finish(0, records.positions()::of);
        RecordTexts.quote(payload, day.log());
        return day.build(day.night());
    }
}

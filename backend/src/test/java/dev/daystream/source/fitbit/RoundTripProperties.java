package dev.daystream.source.fitbit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.source.BadPayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Samples written down as a vendor does, in wall times, are read back as the instants they were. */
class RoundTripProperties {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS");

    /** A local day: zones with half-hour offsets and changes of half an hour, days of change among ordinary ones. */
    record Day(ZoneId zone, LocalDate date) {
        TimeRange range() {
            return ZoneHistory.of(zone).day(date);
        }
    }

    @Provide
    Arbitrary<Day> days() {
        Arbitrary<Day> changes = Arbitraries.of(
                day("Europe/Berlin", "2026-03-29"),
                day("Europe/Berlin", "2026-10-25"),
                day("America/New_York", "2026-11-01"),
                day("Australia/Lord_Howe", "2026-04-05"),
                day("Australia/Lord_Howe", "2026-10-04"),
                day("America/Santiago", "2026-09-06"),
                day("America/Santiago", "2026-04-04"),
                day("Africa/Cairo", "2026-10-29"));
        Arbitrary<Day> ordinary = Arbitraries.of(
                        "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns", "UTC")
                .flatMap(zone -> Arbitraries.integers()
                        .between(0, 3_000)
                        .map(n -> new Day(
                                ZoneId.of(zone), LocalDate.parse("2020-01-01").plusDays(n))));
        return Arbitraries.oneOf(changes, ordinary);
    }

    /** Less than half an hour apart, so that order tells the passes through a repeated hour apart. */
    @Property(tries = 200)
    void samplesOfADay(@ForAll("days") Day day, @ForAll Random random) throws BadPayloadException {
        List<Long> times = times(day.range().startMillis(), day.range().endMillis(), random);
        StringBuilder records = new StringBuilder();
        for (long time : times) {
            records.append(records.isEmpty() ? "" : ",")
                    .append("{\"time\":\"" + wall(time, day.zone()).format(TIME) + "\",\"value\":" + value(time) + "}");
        }
        String payload = "{\"activities-heart-intraday\":{\"dataset\":[" + records + "]}}";
        ParsedDay parsed =
                Fixtures.parse("heart_rate", payload.getBytes(StandardCharsets.UTF_8), day.date(), day.zone());
        assertSame(parsed, times);
    }

    @Property(tries = 200)
    void samplesOfANight(@ForAll("days") Day day, @ForAll Random random) throws BadPayloadException {
        long start = day.range().startMillis() - 3 * 3_600_000L;
        List<Long> times = times(start, start + 10 * 3_600_000L, random);
        StringBuilder records = new StringBuilder();
        for (long time : times) {
            records.append(records.isEmpty() ? "" : ",")
                    .append("{\"minute\":\"" + wall(time, day.zone()).format(MINUTE) + "\",\"value\":" + value(time)
                            + "}");
        }
        String payload = "{\"dateTime\":\"" + day.date() + "\",\"minutes\":[" + records + "]}";
        ParsedDay parsed = Fixtures.parse("spo2", payload.getBytes(StandardCharsets.UTF_8), day.date(), day.zone());
        assertSame(parsed, times);
        assertThat(parsed.range().startMillis()).isBetween(times.get(0) - 59_999, times.get(0));
        assertThat(parsed.range().contains(Collections.max(times))).isTrue();
    }

    /** On a day without change, order does not matter, and records sent again change nothing but their count. */
    @Property(tries = 100)
    void orderAndRepetitionDoNotMatter(@ForAll Random random) throws BadPayloadException {
        Day day = day("Asia/Kolkata", "2026-10-04");
        List<Long> times = times(day.range().startMillis(), day.range().endMillis(), random);
        List<String> records = new ArrayList<>();
        for (long time : times) {
            records.add("{\"value\":" + value(time) + ",\"time\":\""
                    + wall(time, day.zone()).format(TIME) + "\"}");
        }
        int repeated = random.nextInt(records.size());
        records.addAll(List.copyOf(records.subList(0, repeated)));
        Collections.shuffle(records, random);
        String payload = "{\"activities-heart-intraday\":{\"dataset\":" + records + "}}";
        ParsedDay parsed =
                Fixtures.parse("heart_rate", payload.getBytes(StandardCharsets.UTF_8), day.date(), day.zone());
        assertSame(parsed, times);
        assertThat(parsed.duplicates()).isEqualTo(repeated);
    }

    private static void assertSame(ParsedDay parsed, List<Long> times) {
        assertThat(parsed.rejections()).isEmpty();
        SeriesSamples series = parsed.series().get(0);
        assertThat(series.times())
                .containsExactly(times.stream().mapToLong(Long::longValue).toArray());
        for (int i = 0; i < series.size(); i++) {
            assertThat((int) series.values()[i]).isEqualTo(value(times.get(i)));
        }
    }

    /** A value that tells most samples apart and is credible for both metrics. */
    private static int value(long time) {
        return (int) (60 + time / 1_000 % 40);
    }

    private static List<Long> times(long start, long end, Random random) {
        List<Long> times = new ArrayList<>();
        for (long time = start + random.nextInt(1_500) * 1_000L;
                time < end;
                time += (1 + random.nextInt(1_500)) * 1_000L) {
            times.add(time);
        }
        return times;
    }

    private static LocalDateTime wall(long time, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time), zone);
    }

    private static Day day(String zone, String date) {
        return new Day(ZoneId.of(zone), LocalDate.parse(date));
    }
}

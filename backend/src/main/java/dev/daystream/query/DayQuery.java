package dev.daystream.query;

import dev.daystream.model.HeartRateZone;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DayReader;
import dev.daystream.store.DayReader.SleepTotal;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Daily figures in a participant's local days. */
public final class DayQuery {
    private static final String HEART_RATE = "heart_rate";

    private final ParticipantDays days;
    private final DayReader reader;
    private final DailySummaries summaries;

    /**
     * Some days.
     *
     * @param participant whose
     * @param from first date
     * @param to last date, included
     * @param days every date from first to last, with data or not
     * @param next cursor of the next page, or null
     */
    public record Page(
            long participant,
            LocalDate from,
            LocalDate to,
            List<Day> days,
            @Nullable String next) {}

    /**
     * One local day.
     *
     * @param date local date
     * @param start first instant
     * @param end first instant after it
     * @param hours how long it lasts
     * @param metrics samples of each metric together
     * @param vendor the vendor's own figures by metric
     * @param heartRateMinutes minutes with at least one heart-rate sample
     * @param heartRateZones as the vendor drew them
     * @param workouts logged activities
     * @param sleep all sleeps that ended on the date together, or null
     */
    public record Day(
            LocalDate date,
            Instant start,
            Instant end,
            double hours,
            Map<String, Summary> metrics,
            Map<String, Double> vendor,
            int heartRateMinutes,
            List<HeartRateZone> heartRateZones,
            List<Workout> workouts,
            @Nullable Sleep sleep) {}

    /**
     * Sleeps together.
     *
     * @param sessions how many
     * @param minutesAsleep the vendor's count
     * @param minutesInBed the vendor's count
     */
    public record Sleep(int sessions, int minutesAsleep, int minutesInBed) {}

    DayQuery(ParticipantDays days, DayReader reader, DailySummaries summaries) {
        this.days = days;
        this.reader = reader;
        this.summaries = summaries;
    }

    /** Returns a page of days; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    public Future<Page> page(DatesRequest request) {
        return days.window("days", request).compose(found -> {
            DateWindow window = found.window();
            ZoneHistory zones = found.entry().participant().zones();
            List<LocalDate> dates =
                    window.first().datesUntil(window.last().plusDays(1)).toList();
            return read(
                            request.participant(),
                            found.entry().series(),
                            dates,
                            dates.stream().map(zones::day).toList())
                    .map(list -> new Page(request.participant(), window.first(), window.last(), list, window.next()));
        });
    }

    private Future<List<Day>> read(
            long participant, List<SeriesInfo> series, List<LocalDate> dates, List<TimeRange> ranges) {
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        List<SeriesInfo> heartRates =
                series.stream().filter(info -> info.metric().equals(HEART_RATE)).toList();
        var metrics = summaries.read(series, ranges);
        var minutes = reader.minutes(heartRates.stream().map(SeriesInfo::id).toList(), ranges);
        var vendor = reader.values(participant, first, last);
        var zones = reader.zones(participant, first, last);
        var workouts = reader.workouts(participant, first, last);
        var sleep = reader.sleep(participant, first, last);
        return Future.all(List.of(metrics, minutes, vendor, zones, workouts, sleep))
                .map(done -> {
                    DayBuilder builder = new DayBuilder(dates, ranges);
                    metrics.result().forEach(builder::addMetrics);
                    builder.addHeartRateMinutes(minutes.result());
                    vendor.result().forEach(builder::add);
                    zones.result().forEach(builder::add);
                    workouts.result().forEach(builder::add);
                    for (SleepTotal total : sleep.result()) {
                        builder.add(total);
                    }
                    return builder.days();
                });
    }
}

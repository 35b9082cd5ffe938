package dev.daystream.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.daystream.derive.Sleeps;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.HeartRateZone;
import dev.daystream.model.LocalDay;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Workout;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.Asked;
import dev.daystream.query.summary.DailyValue;
import dev.daystream.query.summary.DailyValues;
import dev.daystream.store.DayReader;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.SleepReader;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Daily figures in a participant's local days. */
public final class DayQuery {
    private final ParticipantDays days;
    private final DayReader reader;
    private final SleepReader sleeps;
    private final DailySummaries summaries;
    private final WearDays wear;
    private final GapFactsReader facts;
    private final Catalog catalog;

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
     * @param kind what is special about it
     * @param zones zones that hold on it, in order of time
     * @param metrics samples of each metric together; with {@link Fill#FILLED} its imputed values too
     * @param filled with {@link Fill#BOTH} samples and imputed values of each metric together, else null
     * @param imputedMinutes imputed minutes of each metric that has some; null unless asked for
     * @param vendor the vendor's daily values by metric
     * @param vendorSetAside those of them that do not count, because nothing was measured
     * @param coverage how much stands behind each metric, and of the vendor's values those that are missing or do not count
     * @param heartRateMinutes minutes with at least one heart-rate sample
     * @param wear how long the watch was worn; null if nothing tells
     * @param heartRateZones as the vendor drew them
     * @param workouts logged activities
     * @param sleep all sleeps that ended on the date together, or null
     * @param values the daily values by key, the headline ones first
     */
    public record Day(
            LocalDate date,
            Instant start,
            Instant end,
            double hours,
            LocalDay.Kind kind,
            List<ZoneId> zones,
            Map<String, Summary> metrics,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Summary> filled,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Integer> imputedMinutes,

            Map<String, Double> vendor,
            Map<String, Double> vendorSetAside,
            Map<String, DayCoverage.Covered> coverage,
            int heartRateMinutes,
            @Nullable WornTime wear,
            List<HeartRateZone> heartRateZones,
            List<Workout> workouts,
            @Nullable Sleep sleep,
            Map<String, DailyValue> values) {

        Day with(Map<String, DailyValue> found) {
            return new Day(
                    date,
                    start,
                    end,
                    hours,
                    kind,
                    zones,
                    metrics,
                    filled,
                    imputedMinutes,
                    vendor,
                    vendorSetAside,
                    coverage,
                    heartRateMinutes,
                    wear,
                    heartRateZones,
                    workouts,
                    sleep,
                    found);
        }

        /** Returns whether a metric has no value because the watch was off all day: its samples are zeros, or what a body at rest spends. */
        public boolean isUnworn(Metric metric) {
            return wear != null && wear.minutes() == 0 && Evidence.isOnlyOfWornTime(metric);
        }
    }

    /**
     * Wear of a day.
     *
     * @param minutes worn
     * @param share of the day, 0 to 1
     * @param basis what tells of it
     */
    public record WornTime(int minutes, double share, WearBasis basis) {}

    /**
     * Sleeps together, those that count: of sleeps that overlap the one with more sleep.
     *
     * @param sessions how many
     * @param minutesAsleep minutes asleep by their levels, or by the vendor's count where a record has none
     * @param minutesInBed minutes from start to end
     * @param main whether one of them is a main sleep; without, they are naps and there is no night
     * @param napMinutes minutes asleep in those that are not
     */
    public record Sleep(int sessions, double minutesAsleep, double minutesInBed, boolean main, double napMinutes) {
        private static final double MINUTE_MILLIS = 60_000;

        static @Nullable Sleep of(List<SleepSession> sessions) {
            List<SleepSession> counted = Sleeps.counted(sessions);
            if (counted.isEmpty()) {
                return null;
            }
            long asleep = 0;
            long inBed = 0;
            long naps = 0;
            for (SleepSession session : counted) {
                asleep += Sleeps.millisAsleep(session);
                inBed += Sleeps.millisInBed(session);
                naps += session.main() ? 0 : Sleeps.millisAsleep(session);
            }
            return new Sleep(
                    counted.size(),
                    asleep / MINUTE_MILLIS,
                    inBed / MINUTE_MILLIS,
                    counted.stream().anyMatch(SleepSession::main),
                    naps / MINUTE_MILLIS);
        }
    }

    DayQuery(
            ParticipantDays days,
            DayReader reader,
            SleepReader sleeps,
            DailySummaries summaries,
            WearDays wear,
            GapFactsReader facts,
            Catalog catalog) {
        this.days = days;
        this.reader = reader;
        this.sleeps = sleeps;
        this.summaries = summaries;
        this.wear = wear;
        this.facts = facts;
        this.catalog = catalog;
    }

    /** Returns a page of days; fails with {@link InvalidParametersException} or {@link NoSuchParticipantException}. */
    public Future<Page> page(DatesRequest request, Fill fill) {
        return days.window("days|" + fill, request).compose(found -> {
            DateWindow window = found.window();
            ZoneHistory zones = found.entry().participant().zones();
            List<LocalDate> dates =
                    window.first().datesUntil(window.last().plusDays(1)).toList();
            return read(
                            found.entry(),
                            dates.stream().map(date -> LocalDay.of(zones, date)).toList(),
                            fill)
                    .map(list -> new Page(request.participant(), window.first(), window.last(), list, window.next()));
        });
    }

    private Future<List<Day>> read(Entry entry, List<LocalDay> days, Fill fill) {
        long participant = entry.participant().id();
        List<LocalDate> dates = days.stream().map(LocalDay::date).toList();
        List<TimeRange> ranges = days.stream().map(LocalDay::range).toList();
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        // What the others need of wear is kept then, and found there.
        var worn = wear.read(List.of(new Asked(entry, dates)));
        var metrics = worn.compose(done -> summaries.read(entry, ranges, fill != Fill.RAW));
        var known = worn.compose(done -> facts.read(entry, dates, expected(entry)));
        var vendor = reader.values(participant, first, last);
        var zones = reader.zones(participant, first, last);
        var workouts = reader.workouts(participant, first, last);
        var sleep = sleeps.sessions(participant, first, last);
        return Future.all(List.of(metrics, worn, known, vendor, zones, workouts, sleep))
                .map(done -> {
                    DayBuilder builder = new DayBuilder(days, fill);
                    metrics.result().forEach(builder::addMetrics);
                    builder.addWear(worn.result().get(0));
                    sleep.result().forEach(builder::add);
                    builder.addVendor(vendor.result(), catalog);
                    zones.result().forEach(builder::add);
                    workouts.result().forEach(builder::add);
                    builder.addCoverage(entry.sources(), new DayCoverage(catalog, known.result()));
                    return builder.days().stream()
                            .map(day -> day.with(DailyValues.of(day, outside(entry, day.date()), catalog)))
                            .toList();
                });
    }

    /** Returns why a day lies outside of the enrolment, or null. */
    static @Nullable Reason outside(Entry entry, LocalDate date) {
        return entry.enrolment().isBefore(date)
                ? Reason.BEFORE_ENROLMENT
                : entry.enrolment().isAfter(date) ? Reason.AFTER_END : null;
    }

    /** Returns the metrics that the participant's sources bring. */
    private List<String> expected(Entry entry) {
        Stream<String> sampled = entry.series().stream().map(SeriesInfo::metric);
        Stream<String> daily = entry.sources().stream()
                .flatMap(source -> catalog.payloadsOf(source).stream())
                .flatMap(payload -> payload.daily().values().stream())
                .map(Payload.Target::metric);
        return Stream.concat(sampled, daily).distinct().toList();
    }
}

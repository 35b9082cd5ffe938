package dev.daystream.ingest;

import dev.daystream.impute.MinuteGrid;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.Database;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DeliveryStates.State;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.MinuteReader;
import dev.daystream.store.MinuteReader.Wanted;
import dev.daystream.store.SleepReader;
import dev.daystream.store.SleepReader.DatedSleep;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads some weeks of a participant by the minute, with the nights. */
public final class PersonMinutesReader {
    /** What goes with every series: it tells wear and movement. */
    static final List<String> COMPANIONS = List.of(PersonMinutes.HEART_RATE, "steps");

    private static final long MINUTE_MILLIS = 60_000;
    private static final Set<SleepStage.Level> AWAKE =
            EnumSet.of(SleepStage.Level.WAKE, SleepStage.Level.AWAKE, SleepStage.Level.RESTLESS);

    private final Catalog catalog;
    private final MinuteReader minutes;
    private final SleepReader sleep;
    private final DeliveryStates states;
    private final List<String> sleepTypes;

    /** Makes a reader on a database. */
    public PersonMinutesReader(Database database, Catalog catalog) {
        this.catalog = catalog;
        this.minutes = new MinuteReader(database);
        this.sleep = new SleepReader(database);
        this.states = new DeliveryStates(database);
        this.sleepTypes = catalog.sleepDataTypes();
    }

    /**
     * Reads a time.
     *
     * @param metrics keys of the metrics that are wanted; heart rate and steps come in any case
     * @param range whole minutes are read, and those at its ends wholly
     */
    public Future<PersonMinutes> read(Entry entry, Collection<String> metrics, TimeRange range) {
        TimeRange whole = range.alignedTo(MINUTE_MILLIS);
        long first = whole.startMillis() / MINUTE_MILLIS;
        int count = Math.toIntExact(whole.length().toMinutes());
        List<SeriesInfo> series = entry.series().stream()
                .filter(info -> metrics.contains(info.metric()) || COMPANIONS.contains(info.metric()))
                .toList();
        var columns = minutes.read(series.stream()
                .map(info -> new Wanted(info.id(), catalog.get(info.metric()).kind(), first, count))
                .toList());
        ZoneHistory zones = entry.participant().zones();
        LocalDate firstDate = zones.dateOf(whole.start());
        // A sleep belongs to the date on which it ended; that of the next morning may have begun this evening.
        LocalDate lastDate = zones.dateOf(whole.end()).plusDays(1);
        long id = entry.participant().id();
        var nights = sleep.sessions(id, firstDate, lastDate);
        var delivered = states.read(id, firstDate, lastDate, sleepTypes);
        return Future.all(columns, nights, delivered).map(done -> {
            Map<SeriesInfo, MinuteGrid> values = new HashMap<>();
            for (int i = 0; i < series.size(); i++) {
                values.put(series.get(i), new MinuteGrid(first, columns.result().get(i)));
            }
            List<SleepSession> sessions =
                    nights.result().stream().map(DatedSleep::session).toList();
            double[] asleep = new double[count];
            Arrays.fill(asleep, Double.NaN);
            markAwake(asleep, first, zones, delivered.result());
            sessions.forEach(session -> mark(asleep, first, session));
            return new PersonMinutes(
                    catalog,
                    entry,
                    first,
                    count,
                    values,
                    new MinuteGrid(first, asleep),
                    sessions.stream()
                            .map(session -> new TimeRange(session.start(), session.end()))
                            .sorted((one, two) -> one.start().compareTo(two.start()))
                            .toList());
        });
    }

    /** Whoever has the nights of a date and of the next day delivered was awake on that date, but for what the sleeps say. */
    private static void markAwake(double[] asleep, long first, ZoneHistory zones, List<State> states) {
        Set<LocalDate> delivered =
                states.stream().filter(State::inEffect).map(State::date).collect(Collectors.toSet());
        for (LocalDate date : delivered) {
            if (delivered.contains(date.plusDays(1))) {
                TimeRange day = zones.day(date);
                mark(asleep, first, day.start(), day.end(), 0);
            }
        }
    }

    private static void mark(double[] asleep, long first, SleepSession session) {
        mark(asleep, first, session.start(), session.end(), 1);
        for (List<SleepStage> stages : List.of(session.stages(), session.shortWakes())) {
            for (SleepStage stage : stages) {
                if (AWAKE.contains(stage.level())) {
                    mark(asleep, first, stage.start(), stage.start().plusSeconds(stage.seconds()), 0);
                }
            }
        }
    }

    /** Marks the minutes of which more than half lies in the time. */
    private static void mark(double[] asleep, long first, Instant start, Instant end, double value) {
        int from = (int) Math.max(0, Math.min(asleep.length, nearest(start) - first));
        int to = (int) Math.max(from, Math.min(asleep.length, nearest(end) - first));
        Arrays.fill(asleep, from, to, value);
    }

    private static long nearest(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli() + MINUTE_MILLIS / 2, MINUTE_MILLIS);
    }
}

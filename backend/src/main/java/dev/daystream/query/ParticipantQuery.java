package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Enrolment;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.Asked;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.Database;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.DirectoryReader.Extent;
import dev.daystream.store.WearStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who there is. */
public final class ParticipantQuery {
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private final ParticipantDirectory directory;
    private final DirectoryReader reader;
    private final WearDays wear;
    private final Clock clock;
    private final boolean patient;

    /**
     * A participant in a few words.
     *
     * @param id our number
     * @param name what people call them
     * @param externalId the id in the system that the data came from
     * @param zone the zone in force now
     * @param sources keys of the sources that delivered
     * @param firstDay first local date with a delivery
     * @param lastDay last local date with a delivery
     * @param lastDelivery when the newest delivery took effect
     * @param lastMeasurement instant of the newest sample, or end of the newest record; never after now
     * @param enrolment from when to when they take part
     * @param wear7 wear of the last 7 days up to the last measured one, those outside of enrolment left out
     * @param wear30 the same of the last 30 days
     */
    public record Person(
            long id,
            String name,
            @Nullable String externalId,
            ZoneId zone,
            List<String> sources,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastDelivery,
            @Nullable Instant lastMeasurement,
            Enrolment enrolment,
            WearSummary wear7,
            WearSummary wear30) {}

    /**
     * Some participants.
     *
     * @param participants by id
     * @param next cursor of the next page, or null
     */
    public record Page(List<Person> participants, @Nullable String next) {}

    /**
     * A participant with the wear of the last days.
     *
     * @param entry what there is of them
     * @param person who
     * @param days of the last 30 up to the last measured one those within the enrolment
     */
    record WornPerson(Entry entry, Person person, Map<LocalDate, WornDay> days) {
        /** Returns the last 7 days up to the last measured one, as far as they lie within the enrolment; null if none does. */
        @Nullable
        Period week() {
            return period(WEEK);
        }

        /** Returns the same of the last 30 days. */
        @Nullable
        Period month() {
            return period(MONTH);
        }

        private @Nullable Period period(int days) {
            List<LocalDate> dates = lastDates(entry, days);
            return dates.isEmpty() ? null : new Period(dates.get(dates.size() - 1), dates.get(0));
        }
    }

    /**
     * Some participants.
     *
     * @param people by id
     * @param next cursor of the next page, or null
     */
    record WornPage(List<WornPerson> people, @Nullable String next) {}

    /**
     * A zone and when it began to hold.
     *
     * @param validFrom null for ever before
     * @param zone IANA zone
     */
    public record Zone(@Nullable Instant validFrom, ZoneId zone) {}

    /**
     * A series that has samples.
     *
     * @param metric key of the metric
     * @param source key of the source
     * @param device empty where the source does not tell
     * @param cadence expected seconds between samples
     * @param first instant of the first sample
     * @param last instant of the last sample
     */
    public record Series(String metric, String source, String device, int cadence, Instant first, Instant last) {}

    /**
     * All about a participant.
     *
     * @param participant in a few words
     * @param zones oldest first
     * @param series those with samples
     * @param wear of all days from the first with a delivery to the last, those outside of enrolment left out
     */
    public record Detail(Person participant, List<Zone> zones, List<Series> series, WearSummary wear) {}

    /**
     * Makes it.
     *
     * @param patient whether a list waits until all wear has been made
     */
    ParticipantQuery(
            ParticipantDirectory directory, DirectoryReader reader, WearDays wear, Clock clock, boolean patient) {
        this.directory = directory;
        this.reader = reader;
        this.wear = wear;
        this.clock = clock;
        this.patient = patient;
    }

    /** Makes it for somebody who asks a few times and then is done. */
    public static ParticipantQuery of(Database database, Catalog catalog, Clock clock) {
        DirectoryReader reader = new DirectoryReader(database);
        return new ParticipantQuery(
                new ParticipantDirectory(reader, clock),
                reader,
                new WearDays(new WearStore(database), catalog, clock),
                clock,
                true);
    }

    /**
     * Returns participants by id.
     *
     * @param limit at most so many
     * @param cursor where to begin, or null
     */
    public Future<Page> list(int limit, @Nullable String cursor) {
        return listWorn(limit, cursor)
                .map(page ->
                        new Page(page.people().stream().map(WornPerson::person).toList(), page.next()));
    }

    /** As {@link #list}, with the wear of each day. */
    Future<WornPage> listWorn(int limit, @Nullable String cursor) {
        String parameters = "participants|" + limit;
        long after = cursor == null ? 0 : Cursor.decode(cursor, parameters).position();
        return directory.page(after, limit + 1).compose(entries -> {
            List<Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
            String next = entries.size() <= limit
                    ? null
                    : new Cursor(shown.get(limit - 1).participant().id(), "").encode(parameters);
            return worn(shown).map(people -> new WornPage(people, next));
        });
    }

    /** Returns participants in the order asked; fails with {@link NoSuchParticipantException}. */
    Future<List<WornPerson>> findWorn(List<Long> ids) {
        return directory.find(ids).compose(this::worn);
    }

    /** Fails with {@link NoSuchParticipantException} if there is no such participant. */
    Future<Void> exists(long id) {
        return directory.find(List.of(id)).mapEmpty();
    }

    private Future<List<WornPerson>> worn(List<Entry> entries) {
        List<Asked> asked = entries.stream()
                .map(entry -> new Asked(entry, lastDates(entry, MONTH)))
                .toList();
        return (patient ? wear.read(asked) : wear.readSoon(asked))
                .map(worn -> IntStream.range(0, entries.size())
                        .mapToObj(i -> new WornPerson(entries.get(i), person(entries.get(i), worn.get(i)), worn.get(i)))
                        .toList());
    }

    /** Returns one participant; fails with {@link NoSuchParticipantException}. */
    public Future<Detail> detail(long id) {
        return directory.find(List.of(id)).compose(found -> {
            Entry entry = found.get(0);
            var extents = reader.extents(entry.series());
            var worn = wear.read(List.of(new Asked(entry, dates(entry, entry.lastDay(), Integer.MAX_VALUE))));
            return Future.all(extents, worn)
                    .map(done -> new Detail(
                            person(entry, worn.result().get(0)),
                            zones(entry.participant().zones()),
                            series(entry.series(), extents.result()),
                            WearSummary.of(worn.result().get(0).values())));
        });
    }

    /** Returns the last days up to the last measured one: days after it tell nothing of whether the watch was worn. */
    private static List<LocalDate> lastDates(Entry entry, int days) {
        LocalDate measured = entry.lastMeasuredDay();
        LocalDate last = entry.lastDay();
        return dates(entry, measured == null || last == null || measured.isBefore(last) ? measured : last, days);
    }

    /** Returns the days up to the last, newest first, as far as they lie within the data and the enrolment. */
    private static List<LocalDate> dates(Entry entry, @Nullable LocalDate last, int days) {
        LocalDate first = entry.firstDay();
        return last == null || first == null
                ? List.of()
                : Stream.iterate(last, date -> !date.isBefore(first), date -> date.minusDays(1))
                        .limit(days)
                        .filter(entry.enrolment()::contains)
                        .toList();
    }

    private Person person(Entry entry, Map<LocalDate, WornDay> worn) {
        return new Person(
                entry.participant().id(),
                entry.participant().name(),
                entry.participant().externalId(),
                entry.participant().zones().zoneAt(clock.instant()),
                entry.sources(),
                entry.firstDay(),
                entry.lastDay(),
                entry.lastDelivery(),
                lastMeasurement(entry),
                entry.enrolment(),
                wear(entry, worn, WEEK),
                wear(entry, worn, MONTH));
    }

    /** A value of a day that has not ended yet stands for that day up to now. */
    private @Nullable Instant lastMeasurement(Entry entry) {
        Instant last = entry.lastMeasurement();
        Instant now = clock.instant();
        return last != null && last.isAfter(now) ? now : last;
    }

    private static WearSummary wear(Entry entry, Map<LocalDate, WornDay> worn, int days) {
        return WearSummary.of(lastDates(entry, days).stream()
                .map(worn::get)
                .filter(Objects::nonNull)
                .toList());
    }

    static List<Zone> zones(ZoneHistory history) {
        return history.entries().stream()
                .map(entry -> new Zone(entry.validFrom().equals(Instant.MIN) ? null : entry.validFrom(), entry.zone()))
                .toList();
    }

    private static List<Series> series(List<SeriesInfo> infos, Map<Integer, Extent> extents) {
        List<Series> series = new ArrayList<>();
        for (SeriesInfo info : infos) {
            Extent extent = extents.get(info.id());
            if (extent != null) {
                series.add(new Series(
                        info.metric(), info.source(), info.device(), info.cadence(), extent.first(), extent.last()));
            }
        }
        return series;
    }
}

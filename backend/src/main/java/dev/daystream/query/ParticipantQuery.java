package dev.daystream.query;

import dev.daystream.model.SeriesInfo;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.DirectoryReader.Extent;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who there is. */
public final class ParticipantQuery {
    private final ParticipantDirectory directory;
    private final DirectoryReader reader;
    private final Clock clock;

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
     */
    public record Person(
            long id,
            String name,
            @Nullable String externalId,
            ZoneId zone,
            List<String> sources,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Instant lastDelivery) {}

    /**
     * Some participants.
     *
     * @param participants by id
     * @param next cursor of the next page, or null
     */
    public record Page(List<Person> participants, @Nullable String next) {}

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
     */
    public record Detail(Person participant, List<Zone> zones, List<Series> series) {}

    ParticipantQuery(ParticipantDirectory directory, DirectoryReader reader, Clock clock) {
        this.directory = directory;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Returns participants by id.
     *
     * @param limit at most so many
     * @param cursor where to begin, or null
     */
    public Future<Page> list(int limit, @Nullable String cursor) {
        String parameters = "participants|" + limit;
        long after = cursor == null ? 0 : Cursor.decode(cursor, parameters).position();
        return directory.page(after, limit + 1).map(entries -> {
            List<Entry> shown = entries.subList(0, Math.min(limit, entries.size()));
            String next = entries.size() <= limit
                    ? null
                    : new Cursor(shown.get(limit - 1).participant().id(), "").encode(parameters);
            return new Page(shown.stream().map(this::person).toList(), next);
        });
    }

    /** Returns one participant; fails with {@link NoSuchParticipantException}. */
    public Future<Detail> detail(long id) {
        return directory.find(List.of(id)).compose(found -> {
            Entry entry = found.get(0);
            return reader.extents(entry.series())
                    .map(extents -> new Detail(
                            person(entry), zones(entry.participant().zones()), series(entry.series(), extents)));
        });
    }

    private Person person(Entry entry) {
        return new Person(
                entry.participant().id(),
                entry.participant().name(),
                entry.participant().externalId(),
                entry.participant().zones().zoneAt(clock.instant()),
                entry.sources(),
                entry.firstDay(),
                entry.lastDay(),
                entry.lastDelivery());
    }

    private static List<Zone> zones(ZoneHistory history) {
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

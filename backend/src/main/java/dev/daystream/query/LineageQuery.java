package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.Database;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.LineageReader;
import dev.daystream.store.LineageReader.Origin;
import dev.daystream.store.LineageReader.Revision;
import dev.daystream.store.RunReader;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where a point comes from: the payload, the run that put it in place, and the parser that read it. */
public final class LineageQuery {
    private final ParticipantDirectory directory;
    private final Catalog catalog;
    private final LineageReader reader;
    private final RunReader runs;

    /**
     * Where a point comes from.
     *
     * @param participant whose
     * @param metric key of the metric
     * @param at instant or local date that was asked for
     * @param origins the deliveries in effect that speak for it; one for each source, none if nothing was delivered
     */
    public record Lineage(long participant, String metric, String at, List<Source> origins) {}

    /**
     * A point of one source.
     *
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param sample the point; null if the payload has none there
     * @param payload where its payload lies in the lake
     * @param hash SHA-256 of the payload
     * @param parserVersion version of the parser that read it
     * @param revision 1 for a first delivery
     * @param deliveredAt when it took effect
     * @param run the run that put it in place; null if it is gone
     * @param revisions everything that was in effect for the delivery, newest first
     */
    public record Source(
            String source,
            String dataType,
            LocalDate date,
            @Nullable Sample sample,
            @Nullable String payload,
            @Nullable String hash,
            @Nullable Integer parserVersion,
            int revision,
            @Nullable Instant deliveredAt,
            RunReader.@Nullable Run run,
            List<Revision> revisions) {}

    /**
     * A point.
     *
     * @param at its instant; null for a daily figure
     * @param value in the catalogue's unit
     */
    public record Sample(@Nullable Instant at, double value) {}

    LineageQuery(ParticipantDirectory directory, Catalog catalog, LineageReader reader, RunReader runs) {
        this.directory = directory;
        this.catalog = catalog;
        this.reader = reader;
        this.runs = runs;
    }

    /** Makes the question on a database, for who asks but once. */
    public static LineageQuery of(Database database, Catalog catalog, Clock clock) {
        return new LineageQuery(
                new ParticipantDirectory(new DirectoryReader(database), clock),
                catalog,
                new LineageReader(database),
                new RunReader(database));
    }

    /**
     * Returns where a point comes from.
     *
     * @param key key of the metric
     * @param at an instant, whose minute's first sample is meant; for a daily figure a local date, or an instant of it
     * @throws InvalidParametersException if there is no such metric, or {@code at} does not fit it
     */
    public Future<Lineage> of(long participant, String key, String at) {
        Metric metric = catalog.find(key);
        if (metric == null) {
            throw new InvalidParametersException("metric", "there is no metric '" + key + "'; /metrics lists them");
        }
        Bound bound = Bound.parse("at", at);
        if (metric.scope() == Metric.Scope.INTRADAY && bound instanceof Bound.On) {
            throw new InvalidParametersException(
                    "at", "'" + key + "' has samples within the day: name an instant such as 2026-03-02T08:00:00Z");
        }
        return directory
                .find(List.of(participant))
                .compose(found -> origins(
                        participant, metric, bound, found.get(0).participant().zones()))
                .compose(this::withRuns)
                .map(origins -> new Lineage(participant, key, bound.toString(), origins));
    }

    private Future<List<Origin>> origins(long participant, Metric metric, Bound bound, ZoneHistory zones) {
        if (metric.scope() == Metric.Scope.DAILY) {
            LocalDate date = bound instanceof Bound.On on ? on.date() : zones.dateOf(((Bound.At) bound).instant());
            return reader.ofFigure(participant, metric.key(), date);
        }
        List<Payload> bringing = catalog.payloads().stream()
                .filter(payload -> payload.series().values().stream()
                        .anyMatch(target -> target.metric().equals(metric.key())))
                .toList();
        return reader.ofSample(
                participant,
                metric.key(),
                ((Bound.At) bound).instant(),
                bringing.stream().map(Payload::source).toList(),
                bringing.stream().map(Payload::key).toList());
    }

    private Future<List<Source>> withRuns(List<Origin> origins) {
        List<Future<List<Revision>>> revisions =
                origins.stream().map(origin -> reader.revisions(origin.id())).toList();
        List<Long> numbers =
                origins.stream().map(Origin::run).filter(Objects::nonNull).toList();
        Future<Map<Long, RunReader.Run>> known = runs.byId(numbers);
        return Future.all(revisions).compose(done -> known).map(byId -> {
            List<Source> sources = new ArrayList<>();
            for (int i = 0; i < origins.size(); i++) {
                sources.add(source(origins.get(i), byId, revisions.get(i).result()));
            }
            return sources;
        });
    }

    private static Source source(Origin origin, Map<Long, RunReader.Run> runs, List<Revision> revisions) {
        Double value = origin.value();
        return new Source(
                origin.source(),
                origin.dataType(),
                origin.date(),
                value == null ? null : new Sample(origin.at(), value),
                origin.payload(),
                origin.hash(),
                origin.parserVersion(),
                origin.revision(),
                origin.deliveredAt(),
                origin.run() == null ? null : runs.get(origin.run()),
                revisions);
    }
}

package dev.daystream.query;

import dev.daystream.model.Excerpts;
import dev.daystream.store.RejectionReader;
import dev.daystream.store.RejectionReader.Filter;
import dev.daystream.store.RejectionReader.Rejected;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records that were left out, newest first, each with the record itself where it can be located. */
public final class RejectionQuery {
    private final RejectionReader reader;
    private final Excerpts excerpts;

    /**
     * Which; null leaves a condition out.
     *
     * @param run of this run
     * @param participant whose
     * @param dataType key of the data type
     * @param reason why they were left out
     * @param from first local date, as it came
     * @param to last local date, included, as it came
     */
    public record Narrowing(
            @Nullable Long run,
            @Nullable Long participant,
            @Nullable String dataType,
            @Nullable String reason,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * A record that was left out.
     *
     * @param id rises with time
     * @param run number of the run that left it out
     * @param at when that run ended
     * @param participant whose
     * @param source key of the source
     * @param dataType key of the data type
     * @param date local day
     * @param reason why
     * @param position where it stands in the payload: a JSON pointer, or file and line
     * @param detail what is wrong with it, in words
     * @param payload where the payload lies in the lake; null if that was not recorded
     * @param record the record as it stands there, cut to 500 characters; null if it cannot be located
     */
    public record Entry(
            long id,
            long run,
            Instant at,
            long participant,
            String source,
            String dataType,
            LocalDate date,
            String reason,
            String position,
            String detail,
            @Nullable String payload,
            @Nullable String record) {}

    /**
     * Some rejections.
     *
     * @param rejections newest first
     * @param next cursor of the next page, or null
     */
    public record Page(List<Entry> rejections, @Nullable String next) {}

    RejectionQuery(RejectionReader reader, Excerpts excerpts) {
        this.reader = reader;
        this.excerpts = excerpts;
    }

    /** Returns a page of rejections. */
    public Future<Page> page(Narrowing narrowing, int limit, @Nullable String cursor) {
        String parameters = "rejections|" + narrowing + "|" + limit;
        long before = cursor == null
                ? Long.MAX_VALUE
                : Cursor.decode(cursor, parameters).position();
        return reader.page(filter(narrowing), before, limit + 1).compose(found -> {
            List<Rejected> shown = found.subList(0, Math.min(limit, found.size()));
            String next = found.size() <= limit
                    ? null
                    : new Cursor(shown.get(limit - 1).id(), "").encode(parameters);
            return entries(shown).map(entries -> new Page(entries, next));
        });
    }

    private static Filter filter(Narrowing asked) {
        return new Filter(
                asked.run(),
                asked.participant(),
                asked.dataType(),
                asked.reason(),
                asked.from() == null ? null : Bound.parseDate("from", asked.from()),
                asked.to() == null ? null : Bound.parseDate("to", asked.to()));
    }

    /** Every payload is opened once, however many of its records are shown. */
    private Future<List<Entry>> entries(List<Rejected> shown) {
        Map<String, Set<String>> positions = shown.stream()
                .filter(one -> one.payload() != null)
                .collect(Collectors.groupingBy(
                        one -> String.valueOf(one.payload()),
                        Collectors.mapping(Rejected::position, Collectors.toSet())));
        Map<String, Map<String, String>> records = new HashMap<>();
        Future<Void> read = Future.succeededFuture();
        for (Map.Entry<String, Set<String>> payload : positions.entrySet()) {
            read = read.compose(before -> excerpts.of(payload.getKey(), payload.getValue())
                    .onSuccess(texts -> records.put(payload.getKey(), texts))
                    .mapEmpty());
        }
        return read.map(done -> shown.stream().map(one -> entry(one, records)).toList());
    }

    private static Entry entry(Rejected one, Map<String, Map<String, String>> records) {
        return new Entry(
                one.id(),
                one.run(),
                one.at(),
                one.participant(),
                one.source(),
                one.dataType(),
                one.date(),
                one.reason(),
                one.position(),
                one.detail(),
                one.payload(),
                records.getOrDefault(String.valueOf(one.payload()), Map.of()).get(one.position()));
    }
}

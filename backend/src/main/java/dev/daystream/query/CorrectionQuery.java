package dev.daystream.query;

import dev.daystream.store.CorrectionReader;
import dev.daystream.store.CorrectionReader.Correction;
import dev.daystream.store.CorrectionReader.Filter;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came for a participant's days that were in place already, and what it changed; newest first. */
public final class CorrectionQuery {
    private final ParticipantDirectory directory;
    private final CorrectionReader reader;

    /**
     * Some corrections.
     *
     * @param participant whose
     * @param corrections newest first
     * @param next cursor of the next page, or null
     */
    public record Page(
            long participant,
            List<Correction> corrections,
            @Nullable String next) {}

    /**
     * Which corrections; null leaves a condition out.
     *
     * @param dataType of which type
     * @param outcome applied or refused
     * @param flag {@code shorter}: only those with clearly fewer samples than what was in place
     */
    public record Narrowing(
            @Nullable String dataType,
            @Nullable String outcome,
            @Nullable String flag) {}

    CorrectionQuery(ParticipantDirectory directory, CorrectionReader reader) {
        this.directory = directory;
        this.reader = reader;
    }

    /** Returns a page of corrections; without dates those of all days. Fails with {@link NoSuchParticipantException}. */
    public Future<Page> page(DatesRequest dates, Narrowing narrowing) {
        String parameters = "corrections|" + dates.fingerprint() + "|" + narrowing;
        LocalDate from = dates.from() == null ? null : Bound.parseDate("from", dates.from());
        LocalDate to = dates.to() == null ? null : Bound.parseDate("to", dates.to());
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidParametersException("from", "it must not lie after 'to'; " + from + " lies after " + to);
        }
        long before = dates.cursor() == null
                ? Long.MAX_VALUE
                : Cursor.decode(dates.cursor(), parameters).position();
        Filter filter = new Filter(
                dates.participant(), from, to, narrowing.dataType(), narrowing.outcome(), narrowing.flag() != null);
        return directory
                .find(List.of(dates.participant()))
                .compose(known -> reader.corrections(filter, before, dates.limit() + 1))
                .map(found -> page(found, dates, parameters));
    }

    private static Page page(List<Correction> found, DatesRequest dates, String parameters) {
        List<Correction> shown = found.subList(0, Math.min(dates.limit(), found.size()));
        String next = found.size() <= dates.limit()
                ? null
                : new Cursor(shown.get(dates.limit() - 1).id(), "").encode(parameters);
        return new Page(dates.participant(), shown, next);
    }
}

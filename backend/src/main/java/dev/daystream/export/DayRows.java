package dev.daystream.export;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.Participant;
import dev.daystream.query.DayQuery;
import dev.daystream.query.DerivedQuery;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of daily figures: one participant after the other, of each one day after the other. */
final class DayRows implements RowSource {
    private static final int PAGE = 92;

    private final DayQuery days;
    private final DerivedQuery derived;
    private final Catalog catalog;
    private final DayAsk ask;
    private final List<Participant> people;
    private int person;
    private @Nullable String dayCursor;
    private @Nullable String derivedCursor;

    DayRows(DayQuery days, DerivedQuery derived, Catalog catalog, DayAsk ask, List<Participant> people) {
        this.days = days;
        this.derived = derived;
        this.catalog = catalog;
        this.ask = ask;
        this.people = people;
    }

    @Override
    public Future<Optional<Part>> next() {
        if (person == people.size()) {
            return Future.succeededFuture(Optional.empty());
        }
        Participant whose = people.get(person);
        var page = days.page(ask.page(whose.id(), PAGE, dayCursor), ask.fill());
        var figures = derived.page(ask.page(whose.id(), PAGE, derivedCursor), List.of());
        return Future.all(page, figures).map(done -> {
            dayCursor = page.result().next();
            derivedCursor = figures.result().next();
            person += dayCursor == null ? 1 : 0;
            return Optional.of(to -> {
                DayLines lines = new DayLines(whose, catalog, figures.result().metrics(), to);
                int index = 0;
                for (DayQuery.Day day : page.result().days()) {
                    lines.write(day, index++);
                }
            });
        });
    }
}

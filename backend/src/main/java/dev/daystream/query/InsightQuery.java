package dev.daystream.query;

import dev.daystream.model.DayEvent;
import dev.daystream.model.TooSlowException;
import dev.daystream.store.Announcements;
import dev.daystream.store.InsightEvidence;
import dev.daystream.store.InsightEvidence.Person;
import dev.daystream.store.InsightReader;
import dev.daystream.store.InsightReader.Found;
import dev.daystream.store.InsightScope;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the questions of {@link Insights}. An answer is kept for a minute, unless a day is announced before; who asks for the same
 * meanwhile waits for the same.
 */
public final class InsightQuery implements Announcements.Listener {
    private static final int ROWS = 2_000;
    private static final int KEPT = 64;
    private static final long KEPT_MILLIS = 60_000;

    private final Insights insights;
    private final InsightReader reader;
    private final InsightEvidence evidence;
    private final InsightNeeds needs;
    private final Clock clock;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    private record Key(String id, InsightScope scope) {}

    private record Kept(Future<InsightAnswer> answer, long since) {}

    InsightQuery(Insights insights, InsightReader reader, InsightEvidence evidence, InsightNeeds needs, Clock clock) {
        this.insights = insights;
        this.reader = reader;
        this.evidence = evidence;
        this.needs = needs;
        this.clock = clock;
    }

    /**
     * Returns all questions, each with whether it can be answered.
     *
     * @param participants whose sources count, or none for those of all
     * @return fails with {@link NoSuchParticipantException}
     */
    public Future<List<InsightView>> all(List<Long> participants) {
        InsightScope scope =
                new InsightScope(participants.stream().distinct().sorted().toList(), null, null);
        return evidence.people(scope)
                .compose(people -> known(scope, people))
                .map(people -> insights.all().stream()
                        .map(insight -> needs.view(insight, people))
                        .toList());
    }

    /**
     * Answers a question.
     *
     * @param participants whose data, or none for those of all
     * @param from first local date as text, or null
     * @param to last local date as text, or null
     * @return fails with {@link NoSuchInsightException}, {@link NoSuchParticipantException} or {@link InvalidParametersException}
     */
    public Future<InsightAnswer> answer(
            String id, List<Long> participants, @Nullable String from, @Nullable String to) {
        Insight insight = insights.find(id);
        if (insight == null) {
            return Future.failedFuture(new NoSuchInsightException(id));
        }
        LocalDate first = from == null ? null : Bound.parseDate("from", from);
        LocalDate last = to == null ? null : Bound.parseDate("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw new InvalidParametersException(
                    "from", "it must not lie after 'to'; " + first + " lies after " + last);
        }
        List<Long> ids = participants.stream().distinct().sorted().toList();
        return keep(insight, new InsightScope(ids, first, last));
    }

    @Override
    public synchronized void day(DayEvent event) {
        kept.clear();
    }

    @Override
    public synchronized void gap() {
        kept.clear();
    }

    private synchronized Future<InsightAnswer> keep(Insight insight, InsightScope scope) {
        long now = clock.millis();
        kept.values()
                .removeIf(old -> old.since() < now - KEPT_MILLIS || old.answer().failed());
        Key key = new Key(insight.id(), scope);
        Kept known = kept.get(key);
        if (known != null) {
            return known.answer();
        }
        Future<InsightAnswer> answer = ask(insight, scope);
        if (kept.size() >= KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        kept.put(key, new Kept(answer, now));
        return answer;
    }

    private Future<InsightAnswer> ask(Insight insight, InsightScope scope) {
        return evidence.people(scope)
                .compose(people -> known(scope, people))
                .compose(people -> reader.run(insights.prepared(insight.id()), scope, ROWS)
                        .compose(found -> answer(insight, scope, people, found)))
                .recover(InsightQuery::narrower);
    }

    private Future<InsightAnswer> answer(Insight insight, InsightScope scope, List<Person> people, Found found) {
        InsightView view = needs.view(insight, people);
        return evidence.counts(scope, needs.sampled(insight), needs.others(insight))
                .map(counts -> new InsightAnswer(
                        view,
                        scope.participants(),
                        scope.first(),
                        scope.last(),
                        found.rows(),
                        found.more(),
                        InsightConclusion.of(insight, view.answerable(), found.rows(), found.more()),
                        needs.coverage(insight, people, counts),
                        insights.statement(insight.id(), scope.participants(), scope.first(), scope.last())));
    }

    private static Future<List<Person>> known(InsightScope scope, List<Person> people) {
        Set<Long> unknown = new LinkedHashSet<>(scope.participants());
        people.forEach(person -> unknown.remove(person.id()));
        return unknown.isEmpty()
                ? Future.succeededFuture(people)
                : Future.failedFuture(new NoSuchParticipantException(unknown));
    }

    private static <T> Future<T> narrower(Throwable cause) {
        return Future.failedFuture(
                cause instanceof TooSlowException
                        ? new InvalidParametersException(
                                "from", cause.getMessage() + "; ask for fewer days or participants")
                        : cause);
    }
}

package dev.daystream.query;

import dev.daystream.model.DayEvent;
import dev.daystream.model.ParticipantChange;
import dev.daystream.store.Announcements;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.DirectoryReader.Entry;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Who there is and what there is of them, kept in memory until a day or a change of theirs is announced, and ten seconds at most.
 *
 * <p>Safe for use by several threads.
 */
final class ParticipantDirectory implements Announcements.Listener {
    private static final long KEPT_MILLIS = 10_000;

    private final DirectoryReader reader;
    private final Clock clock;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong announcements = new AtomicLong();

    private record Known(Entry entry, long since) {}

    ParticipantDirectory(DirectoryReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Returns the participants in the order asked.
     *
     * @return fails with {@link NoSuchParticipantException} if one does not exist
     */
    Future<List<Entry>> find(List<Long> ids) {
        long oldest = clock.millis() - KEPT_MILLIS;
        Set<Long> missing = new LinkedHashSet<>();
        List<Entry> entries = new ArrayList<>(ids.size());
        for (Long id : ids) {
            Known entry = known.get(id);
            if (entry == null || entry.since() < oldest) {
                missing.add(id);
            } else {
                entries.add(entry.entry());
            }
        }
        return missing.isEmpty()
                ? Future.succeededFuture(entries)
                : load(missing).compose(loaded -> inOrder(ids, missing, entries, loaded));
    }

    /** Returns the first {@code limit} participants whose id is above {@code after}, as the database has them now. */
    Future<List<Entry>> page(long after, int limit) {
        return reader.page(after, limit);
    }

    @Override
    public void day(DayEvent event) {
        forget(event.participant());
    }

    @Override
    public void participant(ParticipantChange change) {
        forget(change.participant());
    }

    /** Has the next question about a participant ask the database. */
    void forget(long participant) {
        announcements.incrementAndGet();
        known.remove(participant);
    }

    @Override
    public void gap() {
        announcements.incrementAndGet();
        known.clear();
    }

    private Future<List<Entry>> load(Set<Long> ids) {
        long before = announcements.get();
        long now = clock.millis();
        return reader.find(ids).map(entries -> {
            // What was read before an announcement may be older than what was announced.
            if (announcements.get() == before) {
                entries.forEach(entry -> known.put(entry.participant().id(), new Known(entry, now)));
            }
            return entries;
        });
    }

    private static Future<List<Entry>> inOrder(
            List<Long> ids, Set<Long> missing, List<Entry> known, List<Entry> loaded) {
        Map<Long, Entry> byId = new ConcurrentHashMap<>();
        known.forEach(entry -> byId.put(entry.participant().id(), entry));
        loaded.forEach(entry -> byId.put(entry.participant().id(), entry));
        missing.removeAll(byId.keySet());
        return missing.isEmpty()
                ? Future.succeededFuture(
                        ids.stream().map(byId::get).filter(Objects::nonNull).toList())
                : Future.failedFuture(new NoSuchParticipantException(missing));
    }
}

package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.model.TimeRange;
import dev.daystream.model.Wear;
import dev.daystream.query.WearMaker.Round;
import dev.daystream.query.WearMaker.Work;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.WearStore;
import dev.daystream.store.WearStore.DayKey;
import dev.daystream.store.WearStore.Known;
import dev.daystream.store.WearStore.Minutes;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Wear time by local day: what is kept and still holds, else made from the minutes with heart rate and kept. */
final class WearDays {
    /** How long somebody who does not want to wait waits for a few days that have just changed. */
    private static final long GRACE_MILLIS = 250;

    private static final Wear NEVER = Wear.ofStretches(List.of());

    private final WearStore store;
    private final WearMaker maker;
    private final List<String> dataTypes;

    /**
     * Wear of one day.
     *
     * @param basis what tells of it
     * @param pulseMinutes minutes with at least one heart-rate sample
     * @param wornMinutes minutes worn
     * @param lengthMinutes minutes that the day lasts
     * @param worn the worn intervals, cut at the ends of the day
     * @param pending whether it is still being made, so that nothing of it is known yet
     */
    record WornDay(WearBasis basis, int pulseMinutes, int wornMinutes, int lengthMinutes, Wear worn, boolean pending) {
        /** Returns whether anything tells of the wear. */
        boolean known() {
            return basis != WearBasis.NONE;
        }

        /**
         * Returns whether the wear of one source's device is known. The heart rate of one device does not tell when another was worn; that
         * nobody moved all day holds for all.
         *
         * @param told whether the source is one of {@link WearMaker#tellingSources}
         */
        boolean isKnown(boolean told) {
            return basis == WearBasis.MOVEMENT || (told && known());
        }

        /** Returns whether the watch was off all day, as far as anything tells. */
        boolean isUnworn() {
            return known() && wornMinutes == 0 && lengthMinutes > 0;
        }
    }

    /**
     * Days of somebody, who is asked for once in a reading: a day is made and kept once.
     *
     * @param entry who
     * @param dates which, each once
     */
    record Asked(Entry entry, Collection<LocalDate> dates) {}

    /**
     * One day that is asked for, and where it stands.
     *
     * @param person place of who is asked for
     * @param rank place among their dates
     */
    private record Slot(int person, int rank, Entry entry, DayKey key) {
        boolean isMeasured() {
            return !key.range().isEmpty() && !WearMaker.heartRates(entry).isEmpty();
        }
    }

    WearDays(WearStore store, Catalog catalog, Clock clock) {
        this.store = store;
        this.maker = new WearMaker(store, clock);
        this.dataTypes = WearMaker.dataTypes(catalog);
    }

    /** Returns the wear of each date of each who is asked for, in their order. */
    Future<List<Map<LocalDate, WornDay>>> read(List<Asked> asked) {
        List<Slot> slots = slots(asked);
        return store.known(keys(slots), dataTypes).compose(known -> {
            List<Integer> missing = missing(slots, known, 0);
            return maker.make(work(slots, known, missing)).compose(made -> {
                @Nullable Minutes[] minutes = kept(slots, known);
                for (int i = 0; i < made.size(); i++) {
                    minutes[missing.get(i)] = made.get(i);
                }
                return byPerson(asked, slots, known, minutes, slot -> true);
            });
        });
    }

    /**
     * As {@link #read}, but answers from what is kept: days that would have to be made are pending unless that takes but a moment, and are made in
     * the background for whoever asks again, the newest of everybody first.
     */
    Future<List<Map<LocalDate, WornDay>>> readSoon(List<Asked> asked) {
        List<Slot> slots = slots(asked);
        return store.known(keys(slots), dataTypes).compose(known -> {
            // What rests on no delivery is never kept, so it would be pending for ever.
            List<Integer> missing = missing(slots, known, 1);
            Round round = maker.begin(work(slots, known, missing));
            @Nullable Minutes[] minutes = kept(slots, known);
            if (round == null) {
                return byPerson(asked, slots, known, minutes, Slot::isMeasured);
            }
            return round.ended()
                    .timeout(GRACE_MILLIS, TimeUnit.MILLISECONDS)
                    .otherwiseEmpty()
                    .compose(ended -> {
                        missing.forEach(
                                i -> minutes[i] = round.made(slots.get(i).key()));
                        return byPerson(asked, slots, known, minutes, Slot::isMeasured);
                    });
        });
    }

    /**
     * Says how the making gets on.
     *
     * @param pending days that were just asked for and are not made yet
     */
    WearProgress progress(int pending) {
        return maker.progress(pending);
    }

    private static List<Slot> slots(List<Asked> asked) {
        List<Slot> slots = new ArrayList<>();
        for (int person = 0; person < asked.size(); person++) {
            Entry entry = asked.get(person).entry();
            int rank = 0;
            for (LocalDate date : asked.get(person).dates()) {
                DayKey key = new DayKey(entry.participant().id(), date, range(entry, date));
                slots.add(new Slot(person, rank++, entry, key));
            }
        }
        return slots;
    }

    private static List<DayKey> keys(List<Slot> slots) {
        return slots.stream().map(Slot::key).toList();
    }

    /** Returns the places of the days that have to be made and rest on so much at least; newest first where dates are. */
    private static List<Integer> missing(List<Slot> slots, List<Known> known, long leastState) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            if (known.get(i).minutes() == null
                    && known.get(i).state() >= leastState
                    && slots.get(i).isMeasured()) {
                missing.add(i);
            }
        }
        missing.sort(Comparator.comparingInt(i -> slots.get(i).rank()));
        return missing;
    }

    private static List<Work> work(List<Slot> slots, List<Known> known, List<Integer> missing) {
        return missing.stream()
                .map(i -> new Work(
                        slots.get(i).entry(), slots.get(i).key(), known.get(i).state()))
                .toList();
    }

    /** Returns what is kept; null where it has to be made first, none where nothing is measured. */
    private static @Nullable Minutes[] kept(List<Slot> slots, List<Known> known) {
        @Nullable Minutes[] minutes = new Minutes[slots.size()];
        for (int i = 0; i < minutes.length; i++) {
            Minutes kept = known.get(i).minutes();
            boolean makeable = slots.get(i).isMeasured() && known.get(i).state() > 0;
            minutes[i] = kept != null || makeable ? kept : Minutes.NONE;
        }
        return minutes;
    }

    /** Puts the days together; where there was no wear, movement is looked at, unless a list has no use for it. */
    private Future<List<Map<LocalDate, WornDay>>> byPerson(
            List<Asked> asked,
            List<Slot> slots,
            List<Known> known,
            @Nullable Minutes[] minutes,
            Predicate<Slot> looked) {
        List<Integer> unworn = IntStream.range(0, slots.size())
                .filter(i -> minutes[i] != null && minutes[i].wornMinutes() == 0)
                .filter(i -> !slots.get(i).key().range().isEmpty() && looked.test(slots.get(i)))
                .boxed()
                .toList();
        Future<List<@Nullable Boolean>> moved = unworn.isEmpty()
                ? Future.succeededFuture(List.of())
                : store.moved(unworn.stream().map(i -> slots.get(i).key()).toList());
        return moved.map(found -> {
            @Nullable Boolean[] all = new Boolean[slots.size()];
            for (int i = 0; i < found.size(); i++) {
                all[unworn.get(i)] = found.get(i);
            }
            return byPerson(asked, slots, known, minutes, all);
        });
    }

    private static List<Map<LocalDate, WornDay>> byPerson(
            List<Asked> asked,
            List<Slot> slots,
            List<Known> known,
            @Nullable Minutes[] minutes,
            @Nullable Boolean[] moved) {
        List<Map<LocalDate, WornDay>> people = new ArrayList<>(asked.size());
        asked.forEach(one -> people.add(new LinkedHashMap<>()));
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Minutes found = minutes[i];
            int length = (int) slot.key().range().length().toMinutes();
            people.get(slot.person())
                    .put(
                            slot.key().date(),
                            found == null
                                    ? new WornDay(WearBasis.NONE, 0, 0, length, NEVER, true)
                                    : new WornDay(
                                            basis(known.get(i), found, moved[i], slot.isMeasured()),
                                            found.pulseMinutes(),
                                            found.wornMinutes(),
                                            length,
                                            Wear.ofStretches(found.worn()),
                                            false));
        }
        return people;
    }

    /** A day on which somebody moved is never a day not worn: it was worn, but no pulse was measured. */
    private static WearBasis basis(Known known, Minutes found, @Nullable Boolean moved, boolean measured) {
        if (measured && (known.delivered() || found.pulseMinutes() > 0)) {
            return found.wornMinutes() == 0 && Boolean.TRUE.equals(moved) ? WearBasis.NONE : WearBasis.HEART_RATE;
        }
        return Boolean.FALSE.equals(moved) ? WearBasis.MOVEMENT : WearBasis.NONE;
    }

    private static TimeRange range(Entry entry, LocalDate date) {
        return entry.participant().zones().day(date);
    }
}

package dev.daystream.simulator.world;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All people and all their days, made when asked for and kept for a while. Thread-safe. */
public final class World {
    private static final int NIGHTS_KEPT = 4_096;
    private static final int DAYS_KEPT = 256;
    private static final int DENSE_DAYS_KEPT = 48;
    /** Below this spacing a day is large. */
    private static final int DENSE = 4;

    private record Key(int person, LocalDate date, Whereabouts whereabouts) {}

    private final List<Person> people;
    private final Clock clock;
    private final long seed;
    private final NightGenerator nightGenerator;
    private final DayGenerator dayGenerator;
    private final LruCache<Key, Sleep> nights = new LruCache<>(NIGHTS_KEPT);
    private final LruCache<Key, DayModel> days;
    private final Map<Integer, Whereabouts> travellers = new ConcurrentHashMap<>();

    /**
     * @param seed of everything
     * @param participants number of people, 1 and up
     * @param heartRateEvery fixed seconds between heart-rate samples from a watch that never comes off; 0 for irregular ones
     * @param clock what time it is: nothing is known beyond it
     */
    public World(long seed, int participants, int heartRateEvery, Clock clock) {
        this.seed = seed;
        this.people = People.of(seed, participants);
        this.clock = clock;
        this.nightGenerator = new NightGenerator(seed, heartRateEvery > 0);
        this.dayGenerator = new DayGenerator(seed, heartRateEvery);
        boolean dense = heartRateEvery > 0 && heartRateEvery < DENSE;
        this.days = new LruCache<>(dense ? DENSE_DAYS_KEPT : DAYS_KEPT);
    }

    /** Returns everyone, by number. */
    public List<Person> people() {
        return people;
    }

    /** Returns the person of that number, or null. */
    public @Nullable Person person(int number) {
        return number >= 1 && number <= people.size() ? people.get(number - 1) : null;
    }

    /** Says where somebody is from when on; who is never spoken of stays at home. */
    public void travel(int person, Whereabouts whereabouts) {
        travellers.put(person, whereabouts);
    }

    /** Returns where somebody is from when on. */
    public Whereabouts whereabouts(Person person) {
        return travellers.getOrDefault(person.number(), person.home());
    }

    /** Returns a person's local day. */
    public LocalDay localDay(Person person, LocalDate date) {
        return LocalDay.of(date, whereabouts(person));
    }

    /** Returns what the watch knows by now of a person's day. */
    public DayModel day(Person person, LocalDate date) {
        Whereabouts whereabouts = whereabouts(person);
        DayModel whole = days.get(
                new Key(person.number(), date, whereabouts),
                () -> dayGenerator.generate(
                        person, LocalDay.of(date, whereabouts), wakeDate -> night(person, whereabouts, wakeDate)));
        boolean member = !date.isBefore(person.memberSince());
        return whole.until(
                member ? clock.instant().getEpochSecond() - whole.day().start() : 0);
    }

    /** Returns what really was on a person's whole local day. */
    public DayTruth truth(Person person, LocalDate date) {
        Whereabouts whereabouts = whereabouts(person);
        return dayGenerator.truth(
                person, LocalDay.of(date, whereabouts), wakeDate -> night(person, whereabouts, wakeDate));
    }

    /** Returns the truth about a person's whole local day: the seconds that the watch is on the wrist, with a pulse found or not. */
    public int secondsWorn(Person person, LocalDate date) {
        return (int) truth(person, date).worn(List.of()).stream()
                .mapToLong(span -> span.to() - span.from())
                .sum();
    }

    /** Returns the night that ends on a date, recorded or not. */
    Sleep night(Person person, LocalDate wakeDate) {
        return night(person, whereabouts(person), wakeDate);
    }

    private Sleep night(Person person, Whereabouts whereabouts, LocalDate wakeDate) {
        return nights.get(
                new Key(person.number(), wakeDate, whereabouts),
                () -> nightGenerator.night(
                        person,
                        whereabouts.zoneAt(whereabouts.startOf(wakeDate)),
                        new Condition(seed, person),
                        wakeDate));
    }

    /** Returns the clock that everything goes by. */
    public Clock clock() {
        return clock;
    }
}

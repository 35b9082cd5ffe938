package dev.daystream.simulator.switches;

import dev.daystream.simulator.world.LocalDay;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.Whereabouts;
import dev.daystream.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The switches that are on, oldest first. Thread-safe. */
public final class Switches {
    private static final int MOST = 1_000;

    private final World world;
    private volatile List<Switch> active = List.of();

    public Switches(World world) {
        this.world = world;
    }

    /**
     * Turns on what a JSON object, or each object of an array, describes: all of it or nothing.
     *
     * @throws IllegalArgumentException naming the switch by its position, and the field that is wrong
     */
    public synchronized void add(Object json) {
        List<Switch> more = new ArrayList<>(active);
        JsonArray all = json instanceof JsonArray array ? array : new JsonArray().add(json);
        for (int i = 0; i < all.size(); i++) {
            if (!(all.getValue(i) instanceof JsonObject one)) {
                throw new IllegalArgumentException("Switch " + (i + 1) + ": it is no object");
            }
            try {
                more.add(SwitchReader.read(one, world.people().size()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Switch " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        if (more.size() > MOST) {
            throw new IllegalArgumentException("No more than " + MOST + " switches can be on");
        }
        set(more);
    }

    /** Turns all switches off. */
    public synchronized void clear() {
        set(List.of());
    }

    /** Returns the switches of a kind that are about a day of somebody, oldest first. */
    public List<Switch> of(Kind kind, int person, LocalDate date) {
        return active.stream()
                .filter(one -> one.kind() == kind && one.concerns(person, date))
                .toList();
    }

    /** Returns the newest switch of a kind that is about a payload of somebody's day. */
    public Optional<Switch> newest(Kind kind, int person, LocalDate date, String payload) {
        List<Switch> found = of(kind, person, date).stream()
                .filter(one -> one.concerns(payload))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** Returns all that are about a day of somebody. */
    public List<Switch> of(int person, LocalDate date) {
        return active.stream().filter(one -> one.concerns(person, date)).toList();
    }

    /** Returns the number of switches that are on. */
    public int count() {
        return active.size();
    }

    private void set(List<Switch> switches) {
        List<Switch> travels = switches.stream()
                .filter(one -> one.kind() == Kind.ZONE)
                .sorted(Comparator.comparing(Switch::from))
                .toList();
        List<Whereabouts> where = new ArrayList<>();
        for (Person person : world.people()) {
            where.add(whereabouts(person, travels));
        }
        for (int i = 0; i < where.size(); i++) {
            world.travel(i + 1, where.get(i));
        }
        active = List.copyOf(switches);
    }

    private static Whereabouts whereabouts(Person person, List<Switch> travels) {
        Whereabouts whereabouts = Whereabouts.at(person.zone());
        for (Switch travel : travels) {
            if (travel.person() == 0 || travel.person() == person.number()) {
                LocalDay first = LocalDay.of(travel.from(), whereabouts);
                LocalTime start = Objects.requireNonNullElse(travel.start(), LocalTime.NOON);
                long leaving = first.start() + 60L * first.minuteAt(start.toSecondOfDay() / 60);
                whereabouts = whereabouts.moving(leaving, Objects.requireNonNull(travel.zone()));
                if (!travel.to().equals(LocalDate.MAX)) {
                    LocalDay last = LocalDay.of(travel.to(), whereabouts);
                    whereabouts = whereabouts.moving(last.end(), person.zone());
                }
            }
        }
        return whereabouts;
    }
}

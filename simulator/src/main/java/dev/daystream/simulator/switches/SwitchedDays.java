package dev.daystream.simulator.switches;

import dev.daystream.simulator.world.ClockError;
import dev.daystream.simulator.world.Correction;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.LocalDay;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.Span;
import dev.daystream.simulator.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days as the vendor knows them now: the world's, and what switches do to the watch, its clock, and its syncs. */
public final class SwitchedDays {
    private final World world;
    private final Switches switches;

    public SwitchedDays(World world, Switches switches) {
        this.world = world;
        this.switches = switches;
    }

    /** Returns a day as one payload shows it now. */
    public DayModel day(Person person, LocalDate date, String payload) {
        DayModel model = world.day(person, date).takenOff(off(person, date));
        for (ClockError error : clockErrors(person, date)) {
            model = error.apply(model);
        }
        long now = world.clock().instant().getEpochSecond();
        for (Kind kind : List.of(Kind.CORRECTION, Kind.SHORTENED)) {
            Switch newest =
                    switches.newest(kind, person.number(), date, payload).orElse(null);
            if (newest != null && now >= newest.turn(model.day())) {
                model = correction(newest).apply(model);
            }
        }
        return known(model, person, date, payload, now);
    }

    /** Leaves what has been synced by now. */
    private DayModel known(DayModel model, Person person, LocalDate date, String payload, long now) {
        LocalDay day = model.day();
        DayModel known = model;
        for (Switch late : about(Kind.LATE, person, date, payload)) {
            if (now < late.turn(day)) {
                known = known.until(late.span(day).from() - day.start());
            }
        }
        boolean empty = about(Kind.MISSING, person, date, payload).stream()
                .anyMatch(missing -> missing.mode().equals("empty"));
        return empty ? known.until(0) : known;
    }

    private static Correction correction(Switch one) {
        return one.kind() == Kind.SHORTENED
                ? new Correction(Correction.Mode.SHORTENED, 1, one.amount())
                : new Correction(
                        Correction.Mode.valueOf(one.mode().toUpperCase(Locale.ROOT)),
                        one.amount(),
                        Correction.USUAL_PERCENT);
    }

    private List<Switch> about(Kind kind, Person person, LocalDate date, String payload) {
        return switches.of(kind, person.number(), date).stream()
                .filter(one -> one.concerns(payload))
                .toList();
    }

    /** Returns when switches keep the watch off the wrist around a day. */
    List<Span> off(Person person, LocalDate date) {
        List<Span> spans = spans(Kind.NON_WEAR, person, date);
        spans.addAll(spans(Kind.CHARGING, person, date));
        return spans;
    }

    private List<ClockError> clockErrors(Person person, LocalDate date) {
        List<ClockError> errors = new ArrayList<>();
        for (LocalDate near : List.of(date.minusDays(1), date)) {
            for (Switch one : switches.of(Kind.CLOCK, person.number(), near)) {
                errors.add(new ClockError(one.span(world.localDay(person, near)), 60 * one.amount()));
            }
        }
        return errors;
    }

    /** Returns the times of a kind's switches on a day and its neighbours, some of which may reach into it. */
    private List<Span> spans(Kind kind, Person person, LocalDate date) {
        List<Span> spans = new ArrayList<>();
        for (LocalDate near : List.of(date.minusDays(1), date, date.plusDays(1))) {
            for (Switch one : switches.of(kind, person.number(), near)) {
                spans.add(one.span(world.localDay(person, near)));
            }
        }
        return spans;
    }
}

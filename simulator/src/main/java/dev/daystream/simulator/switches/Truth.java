package dev.daystream.simulator.switches;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Payload;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.DayTruth;
import dev.daystream.simulator.world.LocalDay;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.Span;
import dev.daystream.simulator.world.World;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells what really was on a day, and what the switches make of it: for tests, which compare it with what others tell. */
public final class Truth {
    private final World world;
    private final Switches switches;
    private final SwitchedDays days;

    public Truth(World world, Switches switches, SwitchedDays days) {
        this.world = world;
        this.switches = switches;
        this.days = days;
    }

    /** Returns the truth of a person's local day. */
    public JsonObject of(Person person, LocalDate date) {
        DayTruth truth = world.truth(person, date);
        LocalDay day = truth.day();
        JsonArray steps = new JsonArray();
        for (int minute = 0; minute < day.minutes(); minute++) {
            steps.add(truth.movement().steps(minute));
        }
        JsonArray rates = new JsonArray();
        truth.heartRates().forEach(rate -> rates.add(Math.round(10 * rate) / 10.0));
        JsonArray asleep = new JsonArray();
        truth.sleeps().forEach(sleep -> asleep.add(sleep(sleep)));
        return new JsonObject()
                .put("person", person.number())
                .put("date", date.toString())
                .put("zone", day.whereabouts().zoneAt(day.start()).getId())
                .put("from", instant(day.start()))
                .put("to", instant(day.end()))
                .put("worn", spans(truth.worn(days.off(person, date))))
                .put("asleep", asleep)
                .put("heartRate", rates)
                .put("steps", steps)
                .put("restingHeartRate", Math.round(10 * truth.restingHeartRate()) / 10.0)
                .put("switches", switches(person, day))
                .put("deliveries", deliveries(person, day));
    }

    private static JsonObject sleep(Sleep sleep) {
        JsonArray stages = new JsonArray();
        for (int from = 0, to; from < sleep.epochs(); from = to) {
            to = from + 1;
            while (to < sleep.epochs() && sleep.actual(to) == sleep.actual(from)) {
                to++;
            }
            stages.add(span(new Span(sleep.start() + 30L * from, sleep.start() + 30L * to))
                    .put("stage", sleep.actual(from).word()));
        }
        return span(new Span(sleep.start(), sleep.end()))
                .put("main", sleep.main())
                .put("stages", stages);
    }

    private JsonArray switches(Person person, LocalDay day) {
        JsonArray told = new JsonArray();
        for (Switch one : switches.of(person.number(), day.date())) {
            JsonObject effect = span(one.span(day)).put("kind", one.kind().word());
            if (!one.mode().isEmpty()) {
                effect.put("mode", one.mode());
            }
            if (one.kind() == Kind.CLOCK) {
                effect.put("minutes", one.amount());
            }
            if (one.hours() > 0) {
                effect.put("turn", instant(one.turn(day)));
            }
            told.add(effect.put("payloads", new JsonArray(List.copyOf(payloads(one)))));
        }
        return told;
    }

    private static Set<String> payloads(Switch one) {
        Set<String> keys = new TreeSet<>();
        for (Payload payload : Catalog.bundled().payloadsOf("fitbit")) {
            if (one.concerns(payload.key())) {
                keys.add(payload.key());
            }
        }
        return keys;
    }

    private JsonArray deliveries(Person person, LocalDay day) {
        JsonArray told = new JsonArray();
        for (Payload payload : Catalog.bundled().payloadsOf("fitbit")) {
            DayModel model = days.day(person, day.date(), payload.key());
            boolean whole = model.minutes() == day.minutes();
            told.add(new JsonObject()
                    .put("payload", payload.key())
                    .put("state", state(person, day, payload.key(), whole))
                    .put("knownTo", instant(day.start() + 60L * model.minutes())));
        }
        return told;
    }

    private String state(Person person, LocalDay day, String payload, boolean whole) {
        var missing = switches.newest(Kind.MISSING, person.number(), day.date(), payload);
        if (missing.isPresent()) {
            return missing.get().mode();
        }
        boolean corrupt = switches.newest(Kind.CORRUPT, person.number(), day.date(), payload)
                .isPresent();
        return corrupt ? "corrupt" : whole ? "whole" : "partial";
    }

    private static JsonArray spans(List<Span> spans) {
        JsonArray told = new JsonArray();
        spans.forEach(one -> told.add(span(one)));
        return told;
    }

    private static JsonObject span(Span span) {
        return new JsonObject().put("from", instant(span.from())).put("to", instant(span.to()));
    }

    private static String instant(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond).toString();
    }
}

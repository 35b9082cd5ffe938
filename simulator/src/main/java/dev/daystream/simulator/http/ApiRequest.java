package dev.daystream.simulator.http;

import dev.daystream.simulator.fitbit.Detail;
import dev.daystream.simulator.fitbit.Variants;
import dev.daystream.simulator.fitbit.View;
import dev.daystream.simulator.switches.SwitchedDays;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.LocalDay;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.World;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API of a person who agreed to it, with its parameters still to be read.
 *
 * @param world everyone's days
 * @param days what the vendor knows of them
 * @param variants containers
 * @param person whose data
 * @param parameters of the path
 * @param timezone the query's; only UTC exists
 * @param american whether the reader counts in miles
 */
record ApiRequest(
        World world,
        SwitchedDays days,
        Variants variants,
        Person person,
        Map<String, String> parameters,
        @Nullable String timezone,
        boolean american) {

    /** Returns the same request for another date; one for several days stays as it is. */
    ApiRequest on(LocalDate date) {
        if (parameters.containsKey("to") || date("date").equals(date)) {
            return this;
        }
        Map<String, String> other = new HashMap<>(parameters);
        other.put("date", date.toString());
        return new ApiRequest(world, days, variants, person, other, timezone, american);
    }

    /** Returns the zone in which the person is now. */
    ZoneId zone() {
        return world.whereabouts(person).zoneAt(world.clock().instant().getEpochSecond());
    }

    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    LocalDate date(String name) {
        String text = text(name);
        if (text.equals("today")) {
            return LocalDate.ofInstant(world.clock().instant(), zone());
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw ApiException.validation("Invalid date: " + text);
        }
    }

    DayModel day(String payload) {
        return day(date("date"), payload);
    }

    /** Returns the days of an interval of both ends, oldest first. */
    List<DayModel> days(String payload, int longest) {
        LocalDate from = date("date");
        LocalDate to = date("to");
        long count = ChronoUnit.DAYS.between(from, to) + 1;
        if (count < 1 || count > longest) {
            throw ApiException.validation("The range must be 1 to " + longest + " days, not " + count);
        }
        return from.datesUntil(to.plusDays(1)).map(date -> day(date, payload)).toList();
    }

    Detail detail() {
        Detail detail = Detail.of(text("detail"));
        if (detail == null) {
            throw ApiException.validation("Invalid detail level: " + text("detail"));
        }
        return detail;
    }

    /** Returns the stretch of a day that an intraday request means. */
    View view(String payload) {
        LocalDate date = date("date");
        boolean windowed = !text("start").isEmpty();
        int first = windowed ? time("start") : 0;
        int last = windowed ? time("end") + 59 : 86_399;
        String label = windowed && text("date").equals("today") ? "today" : date.toString();
        if (timezone == null) {
            DayModel model = day(date, payload);
            View.Part whole = new View.Part(model, 0, model.day().seconds());
            return new View(person, label, List.of(whole), first, last, false, windowed);
        }
        if (!timezone.equals("UTC")) {
            throw ApiException.validation("Only UTC is supported as timezone");
        }
        return new View(person, label, utcParts(date, payload), first, last, true, windowed);
    }

    private List<View.Part> utcParts(LocalDate date, String payload) {
        long start = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        List<View.Part> parts = new ArrayList<>();
        for (LocalDate local : List.of(date, date.minusDays(1), date.plusDays(1))) {
            DayModel model = day(local, payload);
            LocalDay day = model.day();
            int from = (int) Math.max(0, start - day.start());
            int to = (int) Math.min(day.seconds(), start + 86_400 - day.start());
            if (from < to) {
                parts.add(new View.Part(model, from, to));
            }
        }
        parts.sort(
                (a, b) -> Long.compare(a.model().day().start(), b.model().day().start()));
        return parts;
    }

    private DayModel day(LocalDate date, String payload) {
        return days.day(person, date, payload);
    }

    private int time(String name) {
        try {
            return LocalTime.parse(text(name)).toSecondOfDay();
        } catch (DateTimeParseException e) {
            throw ApiException.validation("Invalid time: " + text(name));
        }
    }
}

package dev.daystream.simulator.fitbit;

import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Person;
import java.util.List;

/**
 * The stretch of time that one intraday request asks for, seen on the clock that it asks for.
 *
 * @param person whose
 * @param date what the answer calls the day
 * @param parts pieces of local days in order of time
 * @param firstWall first second of the day that is wanted
 * @param lastWall last second of the day that is wanted
 * @param utc whether times are UTC and not the wall clock's
 * @param windowed whether the request named a window
 */
public record View(
        Person person, String date, List<Part> parts, int firstWall, int lastWall, boolean utc, boolean windowed) {
    /** Seconds of a usual day. */
    static final int DAY = 86_400;

    /**
     * A piece of a local day.
     *
     * @param model the day
     * @param from first elapsed second
     * @param to second after the last
     */
    public record Part(DayModel model, int from, int to) {
        int firstMinute() {
            return from / 60;
        }

        int endMinute() {
            return Math.min(model.minutes(), to / 60);
        }
    }

    /** What is done with a minute. */
    interface MinuteVisitor<X extends Exception> {
        void visit(Part part, int minute, int wallSecond) throws X;
    }

    public View {
        parts = List.copyOf(parts);
    }

    /** Returns a whole local day. */
    public static View ofDay(DayModel model) {
        Part whole = new Part(model, 0, model.day().seconds());
        return new View(model.person(), model.day().date().toString(), List.of(whole), 0, DAY - 1, false, false);
    }

    /** Returns the day that resting heart rate and zones are taken from. */
    DayModel main() {
        return parts.get(0).model();
    }

    int wallSecond(Part part, int elapsed) {
        return utc
                ? (int) Math.floorMod(part.model().day().start() + elapsed, (long) DAY)
                : part.model().day().wallSecond(elapsed);
    }

    boolean wants(int wallSecond) {
        return wallSecond >= firstWall && wallSecond <= lastWall;
    }

    <X extends Exception> void eachMinute(MinuteVisitor<X> visitor) throws X {
        for (Part part : parts) {
            for (int minute = part.firstMinute(); minute < part.endMinute(); minute++) {
                int wall = wallSecond(part, minute * 60);
                if (wants(wall)) {
                    visitor.visit(part, minute, wall);
                }
            }
        }
    }
}

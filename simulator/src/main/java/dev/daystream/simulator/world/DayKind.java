package dev.daystream.simulator.world;

import java.time.LocalDate;

/** What sort of day it is. */
enum DayKind {
    OFFICE(25, 2.6, 2.5),
    HOME_OFFICE(22, 2.8, 0.5),
    CHORES(13, 3.6, 0.5),
    OUTING(15, 3.4, 0.5),
    REST(23, 2.8, 0),
    ILL(46, 2.2, 0);

    /** Mean minutes sitting before getting up. */
    final double sitting;
    /** Mean minutes on one's feet then. */
    final double moving;
    /** Beats per minute that the day's demands add. */
    final double strain;

    DayKind(double sitting, double moving, double strain) {
        this.sitting = sitting;
        this.moving = moving;
        this.strain = strain;
    }

    static DayKind of(long seed, Person person, Condition condition, LocalDay day) {
        if (condition.illness(day.start() + day.seconds() / 2) > 0.4) {
            return ILL;
        }
        double draw = Rng.of(seed, person.number(), day.date().toEpochDay(), 31).uniform();
        return isFree(day.date(), draw) ? free(draw, person) : draw < 0.8 ? OFFICE : HOME_OFFICE;
    }

    private static boolean isFree(LocalDate date, double draw) {
        return NightGenerator.isFree(date) || draw > 0.96;
    }

    private static DayKind free(double draw, Person person) {
        double lively = 0.34 * person.habits().liveliness();
        return draw < lively ? OUTING : draw < 0.72 ? CHORES : REST;
    }
}

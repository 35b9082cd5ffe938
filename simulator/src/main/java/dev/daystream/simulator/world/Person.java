package dev.daystream.simulator.world;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Someone who wears the watch.
 *
 * @param number 1 and up
 * @param name what the profile shows
 * @param fullName given and family name
 * @param female sex as the basal rate needs it
 * @param zone IANA time zone of their home
 * @param birthDate day of birth
 * @param memberSince first day with any data
 * @param body constitution
 * @param habits how the days go
 */
public record Person(
        int number,
        String name,
        String fullName,
        boolean female,
        ZoneId zone,
        LocalDate birthDate,
        LocalDate memberSince,
        Body body,
        Habits habits) {

    /**
     * A constitution.
     *
     * @param height cm
     * @param weight kg
     * @param restingHeartRate beats per minute in a good week
     * @param maximalMets highest metabolic rate, in multiples of rest: the measure of fitness
     * @param variability RMSSD of a usual night, ms
     * @param breathingRate breaths per minute of a usual night
     * @param oxygen SpO2 of a usual night, percent
     * @param apnoea 0 (none) to 1 (oxygen dips in most REM phases)
     */
    public record Body(
            int height,
            double weight,
            double restingHeartRate,
            double maximalMets,
            double variability,
            double breathingRate,
            double oxygen,
            double apnoea) {}

    /**
     * How the days go. Minutes count from the midnight before waking, so an evening is negative.
     *
     * @param bedtime usual minute of falling asleep before a working day
     * @param wakeTime usual minute of waking on a working day
     * @param bedtimeFree the same before a free day
     * @param wakeTimeFree the same on a free day
     * @param commute minutes on foot to work
     * @param liveliness 0.5 (sits a lot) to 1.5 (hardly ever sits)
     * @param sports what counts as a workout, most liked first
     * @param sportChance probability of a workout on any day
     * @param napChance probability of a nap on a free day
     * @param chargeEvery days between charges of the watch
     * @param forgetChance probability of a day with hours without the watch
     */
    public record Habits(
            int bedtime,
            int wakeTime,
            int bedtimeFree,
            int wakeTimeFree,
            int commute,
            double liveliness,
            List<Activity> sports,
            double sportChance,
            double napChance,
            int chargeEvery,
            double forgetChance) {
        public Habits {
            sports = List.copyOf(sports);
        }
    }

    /** Returns the id that the API shows, such as SIM001. */
    public String userId() {
        return String.format(Locale.ROOT, "SIM%03d", number);
    }

    /** Returns where the person is who does not travel. */
    Whereabouts home() {
        return Whereabouts.at(zone);
    }

    /** Returns the age in years on a day. */
    public int age(LocalDate date) {
        return Period.between(birthDate, date).getYears();
    }

    /** Returns the heart rate that the person cannot exceed, in beats per minute. */
    public double maximalHeartRate(LocalDate date) {
        return 208 - 0.7 * age(date);
    }

    /** Returns the basal metabolic rate (Mifflin and St Jeor) in kcal a minute. */
    public double basalRate(LocalDate date) {
        double day = 10 * body.weight() + 6.25 * body.height() - 5.0 * age(date) + (female ? -161 : 5);
        return day / 1440;
    }
}

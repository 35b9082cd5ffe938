package dev.daystream.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.simulator.world.DayModel;
import dev.daystream.simulator.world.Person;
import dev.daystream.simulator.world.Sleep;
import dev.daystream.simulator.world.World;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People whose resting heart rate, sleep and hearts are known: formulas must find what is there. */
class SimulatedPeopleTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final World WORLD = new World(7, 12, 0, CLOCK);
    /** The month has Europe's day of 23 hours. */
    private static final LocalDate FIRST = LocalDate.parse("2026-03-10");

    private static final int DAYS = 24;

    private static double value(Map<String, Figure> figures, String key) {
        return Objects.requireNonNull(Objects.requireNonNull(figures.get(key)).value());
    }

    @Test
    void restingHeartRateIsWithinAFewBeatsOfTheTruth() {
        List<Double> errors = new ArrayList<>();
        for (Person person : WORLD.people()) {
            for (int i = 0; i < DAYS; i++) {
                LocalDate date = FIRST.plusDays(i);
                Double own = Objects.requireNonNull(figures(person, date).get("derived_resting_heart_rate"))
                        .value();
                int truth = WORLD.day(person, date).restingHeartRate();
                if (own != null && truth > 0) {
                    errors.add(own - truth);
                }
            }
        }
        double bias = errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double spread = Math.sqrt(errors.stream()
                .mapToDouble(error -> (error - bias) * (error - bias))
                .average()
                .orElseThrow());
        assertThat(errors).hasSizeGreaterThan(DAYS * 12 / 2);
        // The truth lies at the level of sleep; ours between sleep and quiet wake.
        assertThat(bias).isBetween(0.0, 5.0);
        assertThat(spread).isLessThan(1.5);
        assertThat(errors).allMatch(error -> Math.abs(error) < 10);
    }

    @Test
    void sleepIsExactlyWhatWasSlept() {
        int nights = 0;
        for (Person person : WORLD.people()) {
            for (int i = 0; i < DAYS; i++) {
                LocalDate date = FIRST.plusDays(i);
                List<Sleep> recorded = WORLD.day(person, date).sleeps();
                Map<String, Figure> figures = figures(person, date);
                if (recorded.stream().noneMatch(Sleep::main)) {
                    assertThat(Objects.requireNonNull(figures.get("sleep_duration"))
                                    .reason())
                            .isEqualTo(recorded.isEmpty() ? Shortfall.NO_SLEEP : Shortfall.NO_MAIN_SLEEP);
                    continue;
                }
                double truth = 0;
                for (Sleep sleep : recorded) {
                    truth += 0.5
                            * IntStream.range(0, sleep.epochs())
                                    .filter(epoch -> !sleep.actual(epoch).name().equals("WAKE"))
                                    .count();
                }
                assertThat(value(figures, "sleep_duration")).isEqualTo(truth);
                nights++;
            }
        }
        assertThat(nights).isGreaterThan(DAYS * 12 / 2);
    }

    @Test
    void zonesHoldTheTimeOfTheHeartAndNeverMoreThanTheWatchWasWorn() {
        double counted = 0;
        double wornSeconds = 0;
        for (Person person : WORLD.people()) {
            for (int i = 0; i < DAYS; i++) {
                LocalDate date = FIRST.plusDays(i);
                DayInput input = input(person, date);
                double seconds = 0;
                for (long millis : new ZoneTime(DerivedCatalog.bundled())
                        .millis(
                                Objects.requireNonNull(input.heartRate()),
                                input.day(),
                                Objects.requireNonNull(input.zones()))) {
                    seconds += millis / 1_000.0;
                }
                double worn = WORLD.secondsWorn(person, date);
                // The last sample before the watch comes off may stand for the rest of its minute.
                assertThat(seconds).as(person.name() + " " + date).isLessThanOrEqualTo(worn + 120);
                counted += seconds;
                wornSeconds += worn;
            }
        }
        // The sensor loses contact for about a twentieth of the time; in that it is in no zone.
        assertThat(counted / wornSeconds).isBetween(0.93, 1.0);
    }

    @Test
    void zonesAreThoseOfAHeartThatIsWatchedEverySecond() {
        World dense = new World(7, 3, 1, CLOCK);
        double[] told = new double[5];
        double[] truth = new double[5];
        for (Person person : dense.people()) {
            for (int i = 0; i < 7; i++) {
                LocalDate date = FIRST.plusDays(i);
                SeriesSamples every = samples(dense.day(person, date), 1);
                ZoneBounds zones = Objects.requireNonNull(ZoneBounds.byAge(person.birthDate(), date));
                TimeRange day = ZoneHistory.of(person.zone()).day(date);
                ZoneTime formula = new ZoneTime(DerivedCatalog.bundled());
                long[] exact = formula.millis(every, day, zones);
                long[] thin = formula.millis(thinned(every), day, zones);
                for (int zone = 0; zone < 5; zone++) {
                    truth[zone] += exact[zone] / 60_000.0;
                    told[zone] += thin[zone] / 60_000.0;
                }
            }
        }
        for (int zone = 0; zone < 5; zone++) {
            assertThat(told[zone]).as("zone " + zone).isCloseTo(truth[zone], within(5 + 0.03 * truth[zone]));
        }
        assertThat(truth[2]).isPositive();
    }

    @Test
    void regularPeopleHaveAHighIndex() {
        for (Person person : WORLD.people()) {
            Map<LocalDate, List<SleepSession>> sleeps = new HashMap<>();
            for (int i = 0; i < 8; i++) {
                LocalDate date = FIRST.plusDays(i);
                sleeps.put(date, sessions(WORLD.day(person, date)));
            }
            LocalDate last = FIRST.plusDays(7);
            Figure figure = new SleepRegularity(DerivedCatalog.bundled())
                    .of(new SleepCalendar(ZoneHistory.of(person.zone()), FIRST, last, sleeps), last);
            if (figure.value() != null) {
                assertThat(figure.value()).as(person.name()).isBetween(20.0, 100.0);
            }
        }
    }

    private static Map<String, Figure> figures(Person person, LocalDate date) {
        return Made.FORMULAS.of(input(person, date));
    }

    private static DayInput input(Person person, LocalDate date) {
        ZoneHistory zones = ZoneHistory.of(person.zone());
        TimeRange day = zones.day(date);
        DayModel before = WORLD.day(person, date.minusDays(1));
        DayModel now = WORLD.day(person, date);
        return new DayInput(
                date,
                day,
                joined(samples(before, 5), samples(now, 5)),
                null,
                steps(now),
                null,
                sessions(now),
                sessions(WORLD.day(person, date.plusDays(1))),
                ZoneBounds.byAge(person.birthDate(), date));
    }

    private static SeriesSamples samples(DayModel model, int cadence) {
        long[] times = new long[model.heart().size()];
        float[] values = new float[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_000 * (model.day().start() + model.heart().second(i));
            values[i] = model.heart().rate(i);
        }
        return new SeriesSamples("heart_rate", cadence, times, values);
    }

    /** As a watch looks: every 5 to 15 seconds. */
    private static SeriesSamples thinned(SeriesSamples every) {
        int[] gaps = {5, 10, 15, 3, 12};
        int[] kept = new int[every.size()];
        int count = 0;
        for (int i = 0; i < every.size(); i += gaps[count % gaps.length]) {
            kept[count++] = i;
        }
        int[] chosen = IntStream.of(kept).limit(count).toArray();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = every.values()[chosen[i]];
        }
        return new SeriesSamples(
                "heart_rate",
                5,
                IntStream.of(chosen).mapToLong(i -> every.times()[i]).toArray(),
                values);
    }

    private static SeriesSamples joined(SeriesSamples one, SeriesSamples other) {
        long[] times = new long[one.size() + other.size()];
        float[] values = new float[times.length];
        System.arraycopy(one.times(), 0, times, 0, one.size());
        System.arraycopy(other.times(), 0, times, one.size(), other.size());
        System.arraycopy(one.values(), 0, values, 0, one.size());
        System.arraycopy(other.values(), 0, values, one.size(), other.size());
        return new SeriesSamples(one.metric(), one.cadence(), times, values);
    }

    private static SeriesSamples steps(DayModel model) {
        long[] times = new long[model.minutes()];
        float[] values = new float[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = 1_000 * (model.day().start() + 60L * i);
            values[i] = model.movement().steps(i);
        }
        return new SeriesSamples("steps", 60, times, values);
    }

    private static List<SleepSession> sessions(DayModel model) {
        return model.sleeps().stream().map(SimulatedPeopleTest::session).toList();
    }

    private static SleepSession session(Sleep sleep) {
        List<SleepStage> stages = new ArrayList<>();
        List<SleepStage> wakes = new ArrayList<>();
        int asleep = 0;
        for (int epoch = 0; epoch < sleep.epochs(); epoch++) {
            Instant at = Instant.ofEpochSecond(sleep.start() + (long) Sleep.EPOCH * epoch);
            add(stages, at, SleepStage.Level.valueOf(sleep.stage(epoch).name()));
            if (sleep.shortWake(epoch)) {
                add(wakes, at, SleepStage.Level.WAKE);
            }
            asleep += sleep.actual(epoch).name().equals("WAKE") ? 0 : 1;
        }
        return new SleepSession(
                "s" + sleep.start(),
                Instant.ofEpochSecond(sleep.start()),
                Instant.ofEpochSecond(sleep.end()),
                sleep.main(),
                false,
                asleep / 2,
                0,
                sleep.epochs() / 2,
                null,
                null,
                stages,
                wakes);
    }

    /** Adds half a minute, to the stage before it where that goes on. */
    private static void add(List<SleepStage> stages, Instant at, SleepStage.Level level) {
        SleepStage last = stages.isEmpty() ? null : stages.get(stages.size() - 1);
        if (last != null
                && last.level() == level
                && last.start().plusSeconds(last.seconds()).equals(at)) {
            stages.set(stages.size() - 1, new SleepStage(last.start(), last.seconds() + Sleep.EPOCH, level));
        } else {
            stages.add(new SleepStage(at, Sleep.EPOCH, level));
        }
    }
}

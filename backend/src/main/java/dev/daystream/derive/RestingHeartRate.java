package dev.daystream.derive;

import dev.daystream.derive.Figure.Stretch;
import dev.daystream.derive.Figure.Working;
import dev.daystream.derive.Sleeps.Interval;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resting heart rate of our own, from minutes asleep and quiet minutes awake. */
final class RestingHeartRate implements DayFormula {
    static final String KEY = "derived_resting_heart_rate";

    private static final long MINUTE = 60_000;

    private final DerivedMetric metric;

    RestingHeartRate(DerivedCatalog catalog) {
        this.metric = catalog.get(KEY);
    }

    /** Minutes at rest: where they are, and the rates of those that have a pulse. */
    private record Rest(MinuteColumn rates, BitSet minutes) {
        Rest withPulse() {
            BitSet found = new BitSet(rates.values().length);
            minutes.stream()
                    .filter(minute -> !Double.isNaN(rates.values()[minute]))
                    .forEach(found::set);
            return new Rest(rates, found);
        }

        double[] sorted() {
            return minutes.stream()
                    .mapToDouble(minute -> rates.values()[minute])
                    .filter(rate -> !Double.isNaN(rate))
                    .sorted()
                    .toArray();
        }
    }

    @Override
    public Map<String, Figure> of(DayInput input) {
        return Map.of(KEY, figure(input));
    }

    private Figure figure(DayInput input) {
        SeriesSamples heartRate = input.heartRate();
        SeriesSamples steps = input.steps();
        List<SleepSession> sleep = input.sleep();
        if (heartRate == null || steps == null || sleep == null) {
            return undelivered(input);
        }
        List<SleepSession> counted = Sleeps.counted(sleep);
        SleepSession main = Sleeps.main(counted).orElse(null);
        if (main == null) {
            return Sleeps.withoutMain(counted);
        }
        TimeRange night = new TimeRange(main.start(), main.end());
        Rest asleep = asleep(MinuteColumn.means(heartRate, night), main);
        List<SleepSession> inBed = new ArrayList<>(counted);
        inBed.addAll(input.nextSleep() == null ? List.of() : input.nextSleep());
        Rest quiet = quiet(MinuteColumn.means(heartRate, input.day()), MinuteColumn.totals(steps, input.day()), inBed);
        return figure(asleep, quiet);
    }

    private static Figure undelivered(DayInput input) {
        List<String> missing = new ArrayList<>();
        if (input.heartRate() == null) {
            missing.add(InputKeys.HEART_RATE);
        }
        if (input.steps() == null) {
            missing.add(InputKeys.STEPS);
        }
        if (input.sleep() == null) {
            missing.add(InputKeys.SLEEP);
        }
        return Figure.none(Shortfall.NOT_DELIVERED, missing);
    }

    private Figure figure(Rest asleep, Rest quiet) {
        double[] sleeping = asleep.sorted();
        double[] awake = quiet.sorted();
        double coverage = (double) (sleeping.length + awake.length)
                / Math.max(1, asleep.minutes().cardinality() + quiet.minutes().cardinality());
        List<Working> workings = new ArrayList<>();
        workings.add(new Working("minutes asleep", asleep.minutes().cardinality(), "min"));
        workings.add(new Working("minutes asleep with a pulse", sleeping.length, "min"));
        workings.add(new Working("quiet minutes awake", quiet.minutes().cardinality(), "min"));
        workings.add(new Working("quiet minutes awake with a pulse", awake.length, "min"));
        List<Stretch> used = stretches("quiet, awake", quiet.withPulse());
        used.addAll(stretches("asleep", asleep));
        List<String> missing = tooShort(asleep, quiet);
        if (!missing.isEmpty()) {
            return Figure.none(Shortfall.TOO_LITTLE_DATA, missing, workings).with(used);
        }
        double low = percentile(sleeping, 50);
        double high = percentile(awake, metric.parameter("awake_percentile"));
        workings.add(new Working("median asleep", low, "/min"));
        workings.add(new Working("percentile of the quiet minutes awake", high, "/min"));
        double weight = metric.parameter("asleep_weight");
        double value = weight * low + (1 - weight) * high;
        return Figure.of(value, coverage, metric.minimum(), InputKeys.HEART_RATE, workings)
                .with(used);
    }

    /** Returns the inputs that have fewer minutes than it takes: sleep or steps where there was too little rest, else heart rate. */
    private List<String> tooShort(Rest asleep, Rest quiet) {
        Set<String> missing = new LinkedHashSet<>();
        add(asleep, metric.parameter("least_asleep"), InputKeys.SLEEP, missing);
        add(quiet, metric.parameter("least_quiet"), InputKeys.STEPS, missing);
        return List.copyOf(missing);
    }

    private static void add(Rest rest, double least, String input, Set<String> missing) {
        if (rest.sorted().length < least) {
            missing.add(rest.minutes().cardinality() < least ? input : InputKeys.HEART_RATE);
        }
    }

    private static Rest asleep(MinuteColumn rates, SleepSession main) {
        BitSet minutes = new BitSet(rates.values().length);
        List<Interval> intervals = main.stages().isEmpty()
                ? List.of(new Interval(main.start().toEpochMilli(), main.end().toEpochMilli()))
                : Sleeps.asleep(main);
        for (Interval interval : intervals) {
            // A minute counts where its middle lies.
            for (long middle = Math.floorDiv(interval.start() + MINUTE / 2 - 1, MINUTE) * MINUTE + MINUTE / 2;
                    middle < interval.end();
                    middle += MINUTE) {
                int index = rates.index(middle);
                if (index >= 0) {
                    minutes.set(index);
                }
            }
        }
        return new Rest(rates, minutes);
    }

    private Rest quiet(MinuteColumn rates, MinuteColumn steps, List<SleepSession> inBed) {
        BitSet minutes = new BitSet(rates.values().length);
        int without = 0;
        for (int i = 0; i < steps.values().length; i++) {
            without = steps.values()[i] == 0 ? without + 1 : 0;
            if (without >= metric.parameter("quiet_minutes")) {
                minutes.set(i);
            }
        }
        for (SleepSession session : inBed) {
            long first = Math.floorDiv(session.start().toEpochMilli() - rates.start(), MINUTE);
            long end = -Math.floorDiv(rates.start() - session.end().toEpochMilli(), MINUTE);
            if (end > 0 && first < rates.values().length) {
                minutes.clear((int) Math.max(0, first), (int) end);
            }
        }
        return new Rest(rates, minutes);
    }

    /** Returns a percentile of values in order, between two of them in a straight line. */
    static double percentile(double[] sorted, double percent) {
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static List<Stretch> stretches(String what, Rest rest) {
        List<Stretch> stretches = new ArrayList<>();
        BitSet minutes = rest.minutes();
        for (int start = minutes.nextSetBit(0); start >= 0; ) {
            int end = minutes.nextClearBit(start);
            stretches.add(new Stretch(
                    what,
                    Instant.ofEpochMilli(rest.rates().time(start)),
                    Instant.ofEpochMilli(rest.rates().time(end))));
            start = minutes.nextSetBit(end);
        }
        return stretches;
    }
}

package dev.daystream.derive;

import dev.daystream.derive.Figure.Stretch;
import dev.daystream.derive.Figure.Working;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Heart rate variability of a night: the mean logarithm of the RMSSD of five minutes each. */
final class NightVariability implements DayFormula {
    static final String KEY = "night_hrv";

    private final DerivedMetric metric;

    NightVariability(DerivedCatalog catalog) {
        this.metric = catalog.get(KEY);
    }

    @Override
    public Map<String, Figure> of(DayInput input) {
        return Map.of(KEY, figure(input));
    }

    private Figure figure(DayInput input) {
        SeriesSamples samples = input.variability();
        List<SleepSession> sleep = input.sleep();
        if (samples == null || sleep == null) {
            List<String> missing = new ArrayList<>();
            if (samples == null) {
                missing.add(InputKeys.VARIABILITY);
            }
            if (sleep == null) {
                missing.add(InputKeys.SLEEP);
            }
            return Figure.none(Shortfall.NOT_DELIVERED, missing);
        }
        List<SleepSession> counted = Sleeps.counted(sleep);
        SleepSession main = Sleeps.main(counted).orElse(null);
        return main == null ? Sleeps.withoutMain(counted) : figure(samples, main);
    }

    private Figure figure(SeriesSamples samples, SleepSession main) {
        double sum = 0;
        int readings = 0;
        for (int i = 0; i < samples.size(); i++) {
            long time = samples.times()[i];
            if (time >= main.start().toEpochMilli() && time < main.end().toEpochMilli() && samples.values()[i] > 0) {
                sum += Math.log(samples.values()[i]);
                readings++;
            }
        }
        double coverage = Math.min(1, 1_000.0 * readings * samples.cadence() / Sleeps.millisInBed(main));
        List<Working> workings = List.of(new Working("readings", readings, "1"));
        Figure figure = readings == 0
                ? Figure.none(Shortfall.TOO_LITTLE_DATA, List.of(InputKeys.VARIABILITY), workings)
                : Figure.of(sum / readings, coverage, metric.minimum(), InputKeys.VARIABILITY, workings);
        return figure.with(List.of(new Stretch("main sleep", main.start(), main.end())));
    }
}

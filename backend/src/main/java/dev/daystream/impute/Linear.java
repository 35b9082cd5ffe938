package dev.daystream.impute;

import java.util.List;

/** The straight line between the values before and after a gap. */
final class Linear implements Imputer {
    @Override
    public String key() {
        return "linear";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Estimate> fill(Material material, List<Gap> gaps) {
        return gaps.stream().map(gap -> line(material.values(), gap)).toList();
    }

    private static Estimate line(MinuteGrid values, Gap gap) {
        double before = values.at(gap.firstMinute() - 1);
        double after = values.at(gap.end());
        double half = Math.abs(after - before) / 2;
        Estimate estimate =
                new Estimate(gap, new double[gap.minutes()], new double[gap.minutes()], new double[gap.minutes()]);
        for (int i = 0; i < gap.minutes(); i++) {
            double value = before + (after - before) * (i + 1) / (gap.minutes() + 1);
            estimate.values()[i] = value;
            estimate.lower()[i] = value - half;
            estimate.upper()[i] = value + half;
        }
        return estimate;
    }
}

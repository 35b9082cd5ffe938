package dev.daystream.source.fitabase;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files of an export that are not read, with the reason. */
final class SkippedFiles {
    private static final String HOURLY_CALORIES = "hourlycalories_merged.csv";
    private static final String IN_DAILY_ACTIVITY = "is a column of dailyActivity_merged.csv";
    private static final Map<String, String> REASONS = Map.of(
            "hourlysteps_merged.csv",
            "holds sums of minutes; steps are read from minuteStepsWide_merged.csv or minuteStepsNarrow_merged.csv",
            "hourlyintensities_merged.csv",
            "holds sums of minutes; activity levels are read from minuteIntensitiesWide_merged.csv or minuteIntensitiesNarrow_merged.csv",
            "minutesleep_merged.csv",
            "sleep by minute is not read; sleepDay_merged.csv has the sleep of each day",
            "dailysteps_merged.csv",
            IN_DAILY_ACTIVITY,
            "dailycalories_merged.csv",
            IN_DAILY_ACTIVITY,
            "dailyintensities_merged.csv",
            IN_DAILY_ACTIVITY);

    private SkippedFiles() {}

    /** Returns why a file that brings no payload of the catalogue is skipped; null if it is unknown. */
    static @Nullable String reason(String plainName) {
        return plainName.endsWith(".zip") ? "is an archive; unpack it first" : REASONS.get(plainName);
    }

    /** Returns why a file is skipped on account of others beside it; null if it is read. */
    static @Nullable String repetition(ExportFile file, List<ExportFile> files) {
        String name = FitabaseExport.plainName(file.path());
        for (ExportFile other : files) {
            Path path = other.path();
            if (other.equals(file)
                    || !Objects.equals(path.getParent(), file.path().getParent())) {
                continue;
            }
            if (FitabaseExport.plainName(path).equals(name)
                    && FitabaseExport.isGzipped(file.path())
                    && !FitabaseExport.isGzipped(path)) {
                return "is read from " + path.getFileName();
            }
            if (name.equals(HOURLY_CALORIES)
                    && other.payload().equals(file.payload())
                    && !FitabaseExport.plainName(path).equals(name)) {
                return "holds sums of the minutes of " + path.getFileName() + ", which is read";
            }
        }
        return null;
    }
}

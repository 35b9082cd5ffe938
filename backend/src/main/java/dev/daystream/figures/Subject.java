package dev.daystream.figures;

import dev.daystream.derive.ZoneBounds;
import dev.daystream.model.SeriesInfo;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.store.DirectoryReader.Entry;
import dev.daystream.store.HeartRateZoneStore.OwnZones;
import dev.daystream.store.HeartRateZoneStore.Settings;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures are made.
 *
 * @param entry who, and what there is of them
 * @param settings what tells where their heart-rate zones begin
 */
record Subject(Entry entry, Settings settings) {
    long id() {
        return entry.participant().id();
    }

    ZoneHistory zones() {
        return entry.participant().zones();
    }

    TimeRange day(LocalDate date) {
        return zones().day(date);
    }

    /** Returns the series of a metric, always in the same order, whichever was delivered first. */
    List<SeriesInfo> series(String metric) {
        return entry.series().stream()
                .filter(info -> info.metric().equals(metric))
                .sorted(Comparator.comparing(SeriesInfo::source).thenComparing(SeriesInfo::device))
                .toList();
    }

    /** Returns where heart-rate zones begin on a day: zones of their own, else by age; null if neither is known. */
    @Nullable
    ZoneBounds heartRateZones(LocalDate date) {
        OwnZones own = null;
        for (OwnZones zones : settings.zones()) {
            own = zones.validFrom().isAfter(date) ? own : zones;
        }
        if (own != null
                && own.light() != null
                && own.moderate() != null
                && own.vigorous() != null
                && own.peak() != null) {
            return ZoneBounds.own(own.light(), own.moderate(), own.vigorous(), own.peak());
        }
        return settings.birthDate() == null ? null : ZoneBounds.byAge(settings.birthDate(), date);
    }
}

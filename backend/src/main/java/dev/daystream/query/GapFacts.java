package dev.daystream.query;

import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.Metric;
import dev.daystream.metrics.Payload;
import dev.daystream.model.Enrolment;
import dev.daystream.model.TimeRange;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.WearDays.WornDay;
import dev.daystream.store.DeliveryStates.Failure;
import dev.daystream.store.DeliveryStates.State;
import dev.daystream.store.SleepReader.SleepTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody's days that can explain missing data, and the rules that do (docs/data-quality.md).
 *
 * @param catalog what each data type brings
 * @param zones where their days and nights begin
 * @param enrolment from when to when they take part
 * @param states what became of each data type, by day
 * @param worn wear by day
 * @param tellingSources keys of the sources whose heart rate tells when their device was worn
 * @param sleeps times asleep
 * @param synced until when the days are known that are known in part only
 */
record GapFacts(
        Catalog catalog,
        ZoneHistory zones,
        Enrolment enrolment,
        Map<LocalDate, List<State>> states,
        Map<LocalDate, WornDay> worn,
        Set<String> tellingSources,
        List<SleepTime> sleeps,
        Map<SourceDay, Instant> synced) {
    /** A sensor that samples every few seconds is irregular: at rest it looks half as often. */
    private static final double LEAST_IRREGULAR = 0.5;

    /**
     * A day of one source.
     *
     * @param source its key
     * @param date local day
     */
    record SourceDay(String source, LocalDate date) {}

    /**
     * Data that are missing.
     *
     * @param source key of the source
     * @param metric what is missing
     * @param cadence seconds expected between samples; 0 for what comes once a day or occasionally
     * @param date local day
     * @param range when, all or a part of the day
     * @param wholeDay whether it is all of the day
     * @param count samples that are there
     * @param missing share of the time that has too little, 0 to 1
     */
    record Gap(
            String source,
            Metric metric,
            int cadence,
            LocalDate date,
            TimeRange range,
            boolean wholeDay,
            int count,
            double missing) {
        /** Returns whether it is measured only asleep. */
        boolean isNightly() {
            return metric.present() == Metric.Presence.ASLEEP;
        }

        /** Returns the samples that a time gives at least where nothing is missing. */
        double due(long millis) {
            return cadence == 0 ? 0 : millis / 1_000.0 / cadence * (cadence < 60 ? LEAST_IRREGULAR : 1);
        }
    }

    /** Returns the first reason that holds. */
    Reason reason(Gap gap) {
        if (enrolment.isBefore(gap.date())) {
            return Reason.BEFORE_ENROLMENT;
        }
        if (enrolment.isAfter(gap.date())) {
            return Reason.AFTER_END;
        }
        Reason undelivered = undelivered(gap);
        if (undelivered != null) {
            return undelivered;
        }
        if (isUnsynced(gap)) {
            return Reason.NOT_SYNCED;
        }
        if (gap.isNightly() && gap.wholeDay()) {
            return ofNight(gap);
        }
        if (isUnworn(gap)) {
            return Reason.NOT_WORN;
        }
        if (gap.isNightly() && isCoveredAsleep(gap)) {
            return Reason.SLEEP_ONLY;
        }
        return isWearKnown(gap) ? Reason.UNKNOWN : Reason.WEAR_UNKNOWN;
    }

    /** Of what is measured only asleep, the night of the day decides, not its hours awake. */
    private Reason ofNight(Gap gap) {
        List<SleepTime> ended =
                sleeps.stream().filter(sleep -> sleep.date().equals(gap.date())).toList();
        if (ended.stream().anyMatch(SleepTime::main)) {
            return gap.cadence() > 0 && isCoveredAsleep(gap) ? Reason.SLEEP_ONLY : Reason.UNKNOWN;
        }
        if (!ended.isEmpty()) {
            return Reason.NO_MAIN_SLEEP;
        }
        if (NightWear.wasOff(zones, gap.date(), worn)) {
            return Reason.NOT_WORN;
        }
        return isSleepDelivered(gap) ? Reason.NO_SLEEP : Reason.UNKNOWN;
    }

    private boolean isSleepDelivered(Gap gap) {
        return states.getOrDefault(gap.date(), List.of()).stream()
                .anyMatch(state -> state.inEffect()
                        && state.source().equals(gap.source())
                        && catalog.sleepPayloads(gap.source())
                                .anyMatch(payload -> payload.key().equals(state.dataType())));
    }

    /** Whether it is known when the device was worn; of what does not depend on it there is nothing to know. */
    private boolean isWearKnown(Gap gap) {
        WornDay day = worn.get(gap.date());
        return !Evidence.isOnlyOfWornTime(gap.metric())
                || (day != null && day.isKnown(tellingSources.contains(gap.source())));
    }

    private @Nullable Reason undelivered(Gap gap) {
        List<Payload> payloads = catalog.payloadsWith(gap.source(), gap.metric().key());
        List<State> found = new ArrayList<>(states.getOrDefault(gap.date(), List.of()));
        found.removeIf(state -> !state.source().equals(gap.source())
                || payloads.stream().noneMatch(payload -> payload.key().equals(state.dataType())));
        List<State> inEffect = found.stream().filter(State::inEffect).toList();
        if (!inEffect.isEmpty()) {
            if (gap.metric().scope() == Metric.Scope.INTRADAY
                    && inEffect.stream().allMatch(State::withoutIntraday)) {
                return Reason.NO_INTRADAY;
            }
            return inEffect.stream().anyMatch(state -> hasRejected(state, gap, payloads)) ? Reason.REJECTED : null;
        }
        // The evening of the day belongs to the next night, and to the delivery of the next day.
        if (gap.count() > 0 && !(gap.wholeDay() && gap.isNightly())) {
            return null;
        }
        return found.stream()
                .map(State::failure)
                .filter(failure -> failure != Failure.NONE)
                .findFirst()
                .map(failure -> failure == Failure.FETCH ? Reason.FETCH_FAILED : Reason.REJECTED)
                .orElse(Reason.NOT_SYNCED);
    }

    /** Whether the day's records that were not accepted are half or more of the samples that it lacks; of a daily figure, any. */
    private boolean hasRejected(State state, Gap gap, List<Payload> payloads) {
        WornDay day = worn.get(gap.date());
        long series = payloads.stream()
                .filter(payload -> payload.key().equals(state.dataType()))
                .mapToLong(payload -> payload.series().size())
                .sum();
        double lacking = day == null ? 0 : series * gap.due(day.lengthMinutes() * 60_000L) - state.samples();
        return state.rejections() > 0 && 2.0 * state.rejections() >= lacking;
    }

    /** Whether half or more of the time without samples lies after the last that the source knows of the day. */
    private boolean isUnsynced(Gap gap) {
        Instant until = synced.get(new SourceDay(gap.source(), gap.date()));
        if (until == null) {
            return false;
        }
        double length = gap.range().length().toMillis();
        double unknown = gap.range().endMillis() - Math.max(gap.range().startMillis(), until.toEpochMilli());
        return unknown > 0 && unknown >= gap.missing() * length / 2;
    }

    /** Whether the watch was off for half or more of the time without samples; only where heart rate can tell. */
    private boolean isUnworn(Gap gap) {
        WornDay day = worn.get(gap.date());
        if (day == null || !day.known() || !isWearKnown(gap)) {
            return false;
        }
        double length = gap.range().length().toMillis();
        double off = length
                - day.worn().millis(gap.range().startMillis(), gap.range().endMillis());
        return off > 0 && off >= gap.missing() * length / 2;
    }

    /** Whether half or more of what sleep should have given is there, or there was no sleep. */
    private boolean isCoveredAsleep(Gap gap) {
        long asleep = asleep(gap);
        return asleep == 0 || (gap.cadence() > 0 && 2.0 * gap.count() >= gap.due(asleep));
    }

    private long asleep(Gap gap) {
        long asleep = 0;
        for (SleepTime sleep : sleeps) {
            asleep += Math.max(
                    0,
                    Math.min(sleep.range().endMillis(), gap.range().endMillis())
                            - Math.max(sleep.range().startMillis(), gap.range().startMillis()));
        }
        return asleep;
    }
}

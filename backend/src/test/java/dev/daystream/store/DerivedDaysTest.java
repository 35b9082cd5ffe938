package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedUpkeep;
import dev.daystream.figures.Explanation;
import dev.daystream.figures.Told;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.ParsedDay;
import dev.daystream.model.SeriesSamples;
import dev.daystream.model.SleepSession;
import dev.daystream.model.SleepStage;
import dev.daystream.model.TimeRange;
import dev.daystream.store.HeartRateZoneStore.OwnZones;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Derived figures are made once, and again whenever something changes that they were made from; never else. */
@EveryEngine
class DerivedDaysTest {
    private static final LocalDate D = LocalDate.parse("2026-03-10");
    private static final DerivedCatalog LIST = DerivedCatalog.bundled();
    private static final String REST = "derived_resting_heart_rate";

    private DayFixture fixture;
    private DerivedDays derived;
    private HeartRateZoneStore zones;
    private long id;

    @BeforeEach
    void open() {
        fixture = new DayFixture("Europe/Berlin");
        id = fixture.participant.id();
        zones = new HeartRateZoneStore(fixture.database);
        await(new DerivedStore(fixture.database).publish(LIST));
        derived = DerivedDays.of(fixture.database, Catalog.bundled(), Clock.systemUTC());
        await(zones.setBirthDate(id, LocalDate.parse("1986-01-01")));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** A day of one heart rate awake, another from 0 to 8 in bed, and no step. */
    private void deliver(LocalDate date, int asleep, int awake) {
        TimeRange day = fixture.participant.zones().day(date);
        long wake = day.startMillis() + 8 * 3_600_000L;
        fixture.deliver("heart_rate", date, "h" + asleep + awake, column("heart_rate", day, 10, wake, asleep, awake));
        fixture.deliver("steps", date, "s", column("steps", day, 60, wake, 0, 0));
        sleep(date, 480);
    }

    private void sleep(LocalDate date, int minutes) {
        TimeRange day = fixture.participant.zones().day(date);
        Instant end = day.start().plusSeconds(60L * minutes);
        SleepSession night = new SleepSession(
                "n" + date,
                day.start(),
                end,
                true,
                false,
                minutes,
                0,
                minutes,
                null,
                null,
                List.of(new SleepStage(day.start(), 60 * minutes, SleepStage.Level.LIGHT)),
                List.of());
        ParsedDay parsed = new ParsedDay(day, List.of(), List.of(), List.of(night), List.of(), List.of(), List.of(), 0);
        await(fixture.store.replace(
                fixture.run("sleep", date), new DayStore.Content("n" + minutes, 1, List.of(), parsed)));
    }

    private static SeriesSamples column(String metric, TimeRange day, int seconds, long wake, int before, int after) {
        int count = (int) (day.length().toSeconds() / seconds);
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            times[i] = day.startMillis() + 1_000L * seconds * i;
            values[i] = times[i] < wake ? before : after;
        }
        return new SeriesSamples(metric, seconds, times, values);
    }

    private DerivedDays.Answer read(DerivedDays by, LocalDate first, LocalDate last) {
        var entry = await(by.find(id)).orElseThrow();
        return await(by.read(entry, first, last, by.catalog().metrics(), false));
    }

    private Told told(String key, LocalDate date) {
        Told told =
                read(derived, date, date).figures().getOrDefault(key, Map.of()).get(date);
        assertThat(told).isNotNull();
        return told;
    }

    @Test
    void figuresAreMadeOnceAndAgainWhenADayThatTheyRestOnIsCorrected() {
        for (int day = 0; day < 3; day++) {
            deliver(D.plusDays(day), 50, 60);
        }
        assertThat(told(REST, D).value()).isEqualTo(55);
        assertThat(told("sleep_duration", D).value()).isEqualTo(480);
        // Born in 1986: 40 years, 180 at most, light from 102.6 on.
        assertThat(told("time_below_zones", D).value()).isCloseTo(1_440, within(1e-6));
        assertThat(told("time_below_zones", D).revisions()).isEqualTo(1);
        assertThat(read(derived, D, D.plusDays(2)).made()).isPositive();
        assertThat(read(derived, D, D.plusDays(2)).made()).isZero();

        deliver(D, 52, 60);
        assertThat(told(REST, D).value()).isEqualTo(56);
        assertThat(told("time_below_zones", D).revisions()).isEqualTo(2);
        // The night of the next day may reach into this one, so its resting heart rate is made again, and nothing else.
        assertThat(read(derived, D.plusDays(1), D.plusDays(2)).made()).isEqualTo(1);
        assertThat(read(derived, D, D.plusDays(2)).made()).isZero();
    }

    @Test
    void aCorrectedNightChangesTheRegularityOfTheWeekAfterIt() {
        for (int day = 0; day < 16; day++) {
            sleep(D.plusDays(day), 480);
        }
        assertThat(told("sleep_regularity", D.plusDays(7)).value()).isEqualTo(100);
        assertThat(told("sleep_regularity", D.plusDays(15)).value()).isEqualTo(100);
        Instant before = told("sleep_regularity", D.plusDays(15)).computedAt();
        sleep(D.plusDays(5), 240);
        Double regularity = told("sleep_regularity", D.plusDays(7)).value();
        // Four hours differ in two of six pairs.
        assertThat(regularity).isNotNull().isCloseTo(100 - 200.0 * 480 / (6 * 1_440), within(1e-6));
        assertThat(told("sleep_regularity", D.plusDays(15)).computedAt()).isEqualTo(before);
    }

    @Test
    void settingsChangeWhatDependsOnThem() {
        deliver(D, 50, 130);
        deliver(D.plusDays(1), 50, 130);
        assertThat(told("time_in_moderate_zone", D).value()).isCloseTo(960, within(1e-6));
        read(derived, D, D.plusDays(1));
        await(zones.setBirthDate(id, LocalDate.parse("1946-01-01")));
        // 80 years: 152 at most, vigorous from 117 on. Six figures of each of the two days.
        assertThat(read(derived, D, D.plusDays(1)).made()).isEqualTo(12);
        assertThat(told("time_in_vigorous_zone", D).value()).isCloseTo(960, within(1e-6));
        await(zones.setZones(id, new OwnZones(D.plusDays(1), 131, 140, 150, 160)));
        assertThat(read(derived, D, D.plusDays(1)).made()).isEqualTo(6);
        assertThat(told("time_below_zones", D.plusDays(1)).value()).isCloseTo(1_440, within(1e-6));
        assertThat(told("time_in_vigorous_zone", D).value()).isCloseTo(960, within(1e-6));
        await(zones.setZones(id, new OwnZones(D.plusDays(1), null, null, null, null)));
        assertThat(told("time_in_vigorous_zone", D.plusDays(1)).value()).isCloseTo(960, within(1e-6));
        await(zones.setBirthDate(id, null));
        assertThat(told("time_in_vigorous_zone", D).reason()).isEqualTo("no-zones");
    }

    @Test
    void aMoveChangesTheDaysFromThenOn() {
        deliver(D, 50, 60);
        deliver(D.plusDays(3), 50, 60);
        read(derived, D, D.plusDays(3));
        await(fixture.database.query(
                "INSERT INTO participant_zone VALUES ($1, '2026-03-13T09:00:00Z', 'America/New_York')", id));
        var answer = read(derived, D, D);
        assertThat(answer.made()).isZero();
        assertThat(read(derived, D.plusDays(3), D.plusDays(3)).made()).isPositive();
        // The day of the flight lasts 29 hours, of which 24 have samples.
        assertThat(told("cadence_moderate_minutes", D.plusDays(3)).coverage()).isCloseTo(24 / 29.0, within(0.001));
    }

    @Test
    void aNewVersionMakesItsFigureAgain() throws IOException {
        deliver(D, 50, 60);
        read(derived, D, D);
        DerivedDays newer = DerivedDays.of(fixture.database, Catalog.bundled(), raised(), Clock.systemUTC());
        DerivedDays.Answer answer = read(newer, D, D);
        assertThat(answer.made()).isEqualTo(1);
        assertThat(answer.figures().get(REST)).extractingByKey(D).satisfies(told -> {
            assertThat(told.version()).isEqualTo(2);
            // The part asleep counts for all.
            assertThat(told.value()).isEqualTo(50);
        });
        assertThat(read(newer, D, D).made()).isZero();
    }

    private static DerivedCatalog raised() throws IOException {
        try (InputStream yaml = DerivedCatalog.class.getResourceAsStream("/metrics/derived.yaml")) {
            assertThat(yaml).isNotNull();
            String text = new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceFirst("version: 1", "version: 2")
                    .replaceFirst("asleep_weight, value: 0.5", "asleep_weight, value: 1");
            return DerivedCatalog.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Catalog.bundled());
        }
    }

    @Test
    void whatWasNotDeliveredSaysSoAndIsNotKept() {
        deliver(D, 50, 60);
        DerivedDays.Answer answer = read(derived, D.plusDays(100), D.plusDays(130));
        assertThat(answer.made()).isZero();
        assertThat(answer.figures().values())
                .hasSize(LIST.metrics().size())
                .allSatisfy(days -> assertThat(days.values())
                        .hasSize(31)
                        .allMatch(told -> "not-delivered".equals(told.reason()) && told.revisions() == 0));
        assertThat(fixture.number("SELECT count(*) FROM derived_day")).isZero();
        assertThat(told("night_hrv", D).reason()).isEqualTo("not-delivered");
    }

    @Test
    void theServiceCatchesUpByItself() {
        DerivedUpkeep upkeep = new DerivedUpkeep(derived, new DerivedProgress(fixture.database));
        assertThat(await(upkeep.run())).isZero();
        deliver(D, 50, 60);
        deliver(D.plusDays(1), 50, 60);
        assertThat(await(upkeep.run())).isPositive();
        assertThat(await(upkeep.run())).isZero();
        assertThat(read(derived, D, D.plusDays(1)).made()).isZero();
        deliver(D, 54, 60);
        assertThat(await(upkeep.run())).isPositive();
        assertThat(read(derived, D, D.plusDays(1)).made()).isZero();
        assertThat(told(REST, D).value()).isEqualTo(57);
        await(zones.setBirthDate(id, LocalDate.parse("1950-01-01")));
        assertThat(await(upkeep.run())).isEqualTo(12);
        assertThat(await(upkeep.run())).isZero();
    }

    @Test
    void aFigureLeadsBackToItsDeliveries() {
        deliver(D.minusDays(1), 50, 60);
        deliver(D, 50, 60);
        DerivedMetric metric = LIST.get(REST);
        Explanation explanation = await(derived.explain(await(derived.find(id)).orElseThrow(), metric, D));
        assertThat(explanation.figure().value()).isEqualTo(55);
        assertThat(explanation.told()).isNotNull();
        assertThat(explanation.inputs()).hasSize(3);
        assertThat(explanation.inputs().get(0).deliveries())
                .extracting(DerivedStore.Delivered::date)
                .containsExactly(D.minusDays(1), D);
        assertThat(explanation.figure().stretches()).isNotEmpty();
        assertThat(explanation.figure().workings()).isNotEmpty();
    }

    @Test
    void ownZonesMustRise() {
        assertThatThrownBy(() -> await(zones.setZones(id, new OwnZones(D, 120, 110, 150, 160))))
                .hasMessageContaining("check constraint");
        assertThatThrownBy(() -> await(zones.setZones(id, new OwnZones(D, 120, null, 150, 160))))
                .hasMessageContaining("check constraint");
        assertThat(await(zones.setZones(id + 1, new OwnZones(D, 100, 110, 150, 160))))
                .isFalse();
        assertThat(await(zones.setZones(id, new OwnZones(D, 100, 110, 150, 160))))
                .isTrue();
        assertThat(await(zones.of(id)).zones()).hasSize(1);
        assertThat(await(zones.removeZones(id, D))).isTrue();
        assertThat(await(zones.removeZones(id, D))).isFalse();
    }

    @Test
    void whatTwoSourcesTellOfANightIsOneNightInTheDaysSummaryToo() {
        sleep(D, 480);
        await(new SourceIds(fixture.database).of("other"));
        await(fixture.database.query("""
                INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                                           main, classic, minutes_asleep, minutes_awake, minutes_in_bed)
                SELECT delivery_id, participant_id, (SELECT id FROM source WHERE key = 'other'), local_date, 'o',
                       start_at + interval '1 hour', end_at, main, classic, 400, 0, 420 FROM sleep_session
                """));
        var totals = await(new DayReader(fixture.database).sleep(id, D, D));
        assertThat(totals).containsExactly(new DayReader.SleepTotal(D, 1, 480, 480, true, 0));
        assertThat(told("sleep_duration", D).value()).isEqualTo(480);
    }
}

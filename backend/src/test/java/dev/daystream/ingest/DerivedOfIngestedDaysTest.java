package dev.daystream.ingest;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedHistory;
import dev.daystream.figures.Told;
import dev.daystream.model.Participant;
import dev.daystream.model.Trigger;
import dev.daystream.store.DayReader;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a server's payloads to derived figures, by the way that every day takes. */
class DerivedOfIngestedDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-20");
    /** Europe's day of 23 hours is the tenth. */
    private static final LocalDate LAST = FIRST.plusDays(11);

    private static IngestFixture fixture;
    private static Participant alice;
    private static DerivedDays derived;

    @BeforeAll
    static void ingest() {
        fixture = new IngestFixture().begun();
        alice = fixture.participant(1);
        derived = fixture.wiring.derived();
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(date -> await(fixture.fetching.days().take(alice, date, Trigger.MANUAL)));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static Map<LocalDate, Told> read(String key) {
        var entry = await(derived.find(alice.id())).orElseThrow();
        return Objects.requireNonNull(
                await(derived.read(entry, FIRST, LAST, List.of(derived.catalog().get(key)), false))
                        .figures()
                        .get(key));
    }

    private static Map<LocalDate, Double> vendor(String metric) {
        Map<LocalDate, Double> values = new HashMap<>();
        for (var value : await(new DayReader(fixture.wiring.database()).values(alice.id(), FIRST, LAST))) {
            if (value.metric().equals(metric)) {
                values.put(value.date(), value.value());
            }
        }
        return values;
    }

    @Test
    void theBirthDateComesWithTheProfileSoThatZonesGoByAge() {
        assertThat(await(fixture.wiring.heartRateZones().of(alice.id())).birthDate())
                .isEqualTo("1989-05-14");
        assertThat(read("time_below_zones").values()).anyMatch(told -> told.value() != null);
    }

    @Test
    void restingHeartRateStandsBesideTheVendors() {
        Map<LocalDate, Double> vendor = vendor("resting_heart_rate");
        List<Told> own = read("derived_resting_heart_rate").values().stream()
                .filter(told -> told.value() != null && vendor.containsKey(told.date()))
                .toList();
        assertThat(own).hasSizeGreaterThan(6);
        assertThat(own)
                .allSatisfy(told -> assertThat(Objects.requireNonNull(told.value()))
                        .isCloseTo(Objects.requireNonNull(vendor.get(told.date())), within(9.0)));
    }

    @Test
    void sleepIsWhatTheVendorCountsToo() {
        Map<LocalDate, Double> vendor = vendor("sleep_minutes_asleep");
        List<Told> own = read("sleep_duration").values().stream()
                .filter(told -> told.value() != null)
                .toList();
        assertThat(own).hasSizeGreaterThan(6);
        // The vendor counts whole minutes of each stage.
        assertThat(own)
                .allSatisfy(told -> assertThat(Objects.requireNonNull(told.value()))
                        .isCloseTo(Objects.requireNonNull(vendor.get(told.date())), within(4.0)));
    }

    @Test
    void weeksHaveAnIndexAndABaseline() {
        assertThat(read("sleep_regularity").get(LAST))
                .satisfies(told -> assertThat(told.value()).isNotNull().isBetween(-100.0, 100.0));
        assertThat(read("hrv_baseline").get(LAST))
                .satisfies(told -> assertThat(told.value()).isNotNull().isBetween(2.0, 6.0));
        assertThat(read("hrv_deviation").get(LAST))
                .satisfies(told -> assertThat(told.reason()).isEqualTo("too-few-nights"));
    }

    @Test
    void allHistoryIsMadeInPartsAndOnlyOnce() {
        var entry = await(derived.find(alice.id())).orElseThrow();
        List<DerivedHistory.Part> parts = DerivedHistory.parts(entry, FIRST.minusYears(3), null);
        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).days()).isEqualTo(12);
        DerivedHistory history = new DerivedHistory(derived, false);
        await(history.make(parts.get(0)));
        assertThat(await(history.make(parts.get(0)))).isZero();
        long before = System.nanoTime();
        assertThat(await(new DerivedHistory(derived, true).make(parts.get(0))))
                .isEqualTo(12 * derived.catalog().metrics().size());
        System.out.printf("derive: %.1f ms a day%n", (System.nanoTime() - before) / 1e6 / 12);
    }

    /** A stage of a whole day in a sleep of 469 minutes is rejected: the vendor's 411 minutes count. */
    @Test
    void aStageThatOutlastsItsSleepAddsNothing() {
        LocalDate date = LAST.plusDays(1);
        String sleep = """
                {"sleep":[{"logId":9,"dateOfSleep":"%s","startTime":"%sT00:10:00.000","endTime":"%sT07:59:00.000","duration":28140000,
                  "timeInBed":469,"minutesAsleep":411,"minutesAwake":58,"type":"stages","isMainSleep":true,
                  "levels":{"data":[{"dateTime":"%sT00:10:00.000","level":"light","seconds":86400}],"shortData":[]}}]}
                """.formatted(date, date, date, date);
        fixture.gateway.answerInstead(request -> {
            boolean ours = request.path().contains("/sleep/date/");
            if (ours) {
                request.response().putHeader("Content-Type", "application/json").end(sleep);
            }
            return ours;
        });
        await(fixture.fetching.days().take(alice, date, Trigger.MANUAL));
        fixture.gateway.answerInstead(request -> false);
        var entry = await(derived.find(alice.id())).orElseThrow();
        Told duration = Objects.requireNonNull(await(derived.read(
                                entry, date, date, List.of(derived.catalog().get("sleep_duration")), false))
                        .figures()
                        .get("sleep_duration"))
                .get(date);
        assertThat(Objects.requireNonNull(duration).value()).isEqualTo(411.0);
    }
}

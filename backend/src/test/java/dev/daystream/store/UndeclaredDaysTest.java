package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.Told;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.metrics.DerivedMetric.Input;
import dev.daystream.model.Participant;
import dev.daystream.store.RandomDeliveries.Packet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A derived metric is the same with and without the data of days that its inputs do not name. */
class UndeclaredDaysTest {
    private static final LocalDate D = LocalDate.parse("2026-03-29");
    /** Days before and after that have dense samples. */
    private static final int NEAR = 3;
    /** Days before that have sleep and heart rate variability. */
    private static final int FAR = 62;

    private static final DerivedCatalog LIST = DerivedCatalog.bundled();
    private static DayFixture fixture;
    private static DerivedDays derived;

    @BeforeAll
    static void open() {
        fixture = new DayFixture("Europe/Berlin");
        await(new DerivedStore(fixture.database).publish(LIST));
        derived = DerivedDays.of(fixture.database, Catalog.bundled(), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Seeds that once found something, and a new one. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.of(1), new Random().longs(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void dataOfOtherDaysChangeNothing(long seed) {
        System.out.println("UndeclaredDaysTest: seed " + seed);
        RandomDeliveries deliveries = new RandomDeliveries(fixture, seed);
        List<Packet> all = packets();
        Participant whole = participant("whole" + seed);
        all.forEach(packet -> deliveries.deliver(whole, packet));
        Map<List<Input>, List<DerivedMetric>> bySources = new LinkedHashMap<>();
        LIST.metrics()
                .forEach(metric -> bySources
                        .computeIfAbsent(LIST.sources(metric), sources -> new ArrayList<>())
                        .add(metric));
        int number = 0;
        for (var group : bySources.entrySet()) {
            Participant bare = participant("bare" + seed + number++);
            all.stream()
                    .filter(packet -> group.getKey().stream().anyMatch(input -> isNamed(input, packet)))
                    .forEach(packet -> deliveries.deliver(bare, packet));
            for (DerivedMetric metric : group.getValue()) {
                assertThat(words(bare, metric))
                        .as(metric.key() + ", seed " + seed)
                        .isEqualTo(words(whole, metric));
            }
        }
    }

    private static List<Packet> packets() {
        List<Packet> packets = new ArrayList<>();
        for (int day = -FAR; day <= NEAR; day++) {
            for (String type : RandomDeliveries.TYPES) {
                if (day >= -NEAR || type.equals("hrv") || type.equals("sleep")) {
                    packets.add(new Packet("fitbit", type, D.plusDays(day), 0));
                }
            }
        }
        // A second source on one of the days before alone.
        packets.add(new Packet("fitabase", "heart_rate", D.minusDays(2), 0));
        packets.add(new Packet("fitabase", "steps", D.minusDays(2), 0));
        return packets;
    }

    private static boolean isNamed(Input input, Packet packet) {
        long day = ChronoUnit.DAYS.between(D, packet.date());
        String type = input.key().equals("hrv_rmssd") ? "hrv" : input.key();
        return packet.type().equals(type) && day >= input.from() && day <= input.to();
    }

    private static Participant participant(String id) {
        Participant made = await(new ParticipantStore(fixture.database).create(id, id, ZoneId.of("Europe/Berlin")));
        await(new HeartRateZoneStore(fixture.database).setBirthDate(made.id(), LocalDate.parse("1986-01-01")));
        return made;
    }

    private static String words(Participant whose, DerivedMetric metric) {
        var entry = await(derived.find(whose.id())).orElseThrow();
        Told told = await(derived.read(entry, D, D, List.of(metric), true))
                .figures()
                .getOrDefault(metric.key(), Map.of())
                .get(D);
        assertThat(told).isNotNull();
        return DeliveryOrderTest.words(told);
    }
}

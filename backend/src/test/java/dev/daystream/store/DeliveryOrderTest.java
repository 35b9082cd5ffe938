package dev.daystream.store;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.figures.DerivedDays;
import dev.daystream.figures.DerivedUpkeep;
import dev.daystream.figures.Told;
import dev.daystream.metrics.Catalog;
import dev.daystream.metrics.DerivedCatalog;
import dev.daystream.metrics.DerivedMetric;
import dev.daystream.model.Participant;
import dev.daystream.store.RandomDeliveries.Packet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Days and corrections in any order, with readers and upkeep in between, give what one pass over the last state gives. */
class DeliveryOrderTest {
    /** The range has Europe's day of 23 hours. */
    private static final LocalDate FIRST = LocalDate.parse("2026-03-24");

    private static final LocalDate LAST = FIRST.plusDays(8);
    private static final String ZONE = "Europe/Berlin";
    private static DayFixture fixture;
    private static DerivedDays derived;

    @BeforeAll
    static void open() {
        fixture = new DayFixture(ZONE);
        await(new DerivedStore(fixture.database).publish(DerivedCatalog.bundled()));
        derived = DerivedDays.of(fixture.database, Catalog.bundled(), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Seeds that once found something, and new ones. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.of(1, 2), new Random().longs(2));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfDeliveriesChangesNothing(long seed) {
        System.out.println("DeliveryOrderTest: seed " + seed);
        Random random = new Random(seed);
        Participant mixed = participant("m" + seed);
        Participant inOrder = participant("o" + seed);
        RandomDeliveries deliveries = new RandomDeliveries(fixture, seed);
        DerivedUpkeep upkeep = new DerivedUpkeep(derived, new DerivedProgress(fixture.database));
        List<Packet> last = packets(random);
        List<Packet> coming = new ArrayList<>(last);
        Collections.shuffle(coming, random);
        while (!coming.isEmpty()) {
            Packet packet = coming.remove(coming.size() - 1);
            if (random.nextInt(5) == 0) {
                // A first content, corrected by the right one at some later time.
                deliveries.deliver(mixed, new Packet(packet.source(), packet.type(), packet.date(), 1));
                coming.add(random.nextInt(coming.size() + 1), packet);
            } else {
                deliveries.deliver(mixed, packet);
            }
            if (random.nextInt(5) == 0) {
                LocalDate from = FIRST.plusDays(random.nextInt(9));
                read(mixed, from, from.plusDays(random.nextInt(3)), random.nextBoolean());
            }
            if (random.nextInt(15) == 0) {
                await(upkeep.run());
            }
        }
        while (await(upkeep.run()) > 0) {
            // Until nothing is behind.
        }
        var entry = await(derived.find(mixed.id())).orElseThrow();
        assertThat(await(derived.read(entry, FIRST, LAST, derived.catalog().metrics(), false))
                        .made())
                .as("upkeep has computed all that depends on late days, seed " + seed)
                .isZero();
        Map<String, String> found = read(mixed, FIRST.minusDays(1), LAST.plusDays(2), false);
        assertThat(found.values())
                .as("seed " + seed)
                .filteredOn(words -> !words.startsWith("null"))
                .hasSizeGreaterThan(30);
        assertThat(found)
                .as("as computed anew, seed " + seed)
                .isEqualTo(read(mixed, FIRST.minusDays(1), LAST.plusDays(2), true));
        last.forEach(packet -> deliveries.deliver(inOrder, packet));
        assertThat(found)
                .as("as delivered in order, seed " + seed)
                .isEqualTo(read(inOrder, FIRST.minusDays(1), LAST.plusDays(2), false));
    }

    /** Returns the last content of each delivery in order of days; some never come. */
    private static List<Packet> packets(Random random) {
        List<Packet> packets = new ArrayList<>();
        for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            for (String type : RandomDeliveries.TYPES) {
                if (random.nextInt(8) > 0) {
                    packets.add(new Packet("fitbit", type, date, 0));
                }
            }
            for (String type : List.of("heart_rate", "steps")) {
                if (random.nextInt(4) == 0) {
                    packets.add(new Packet("fitabase", type, date, 0));
                }
            }
        }
        return packets;
    }

    private static Participant participant(String id) {
        Participant made = await(new ParticipantStore(fixture.database).create(id, id, ZoneId.of(ZONE)));
        await(new HeartRateZoneStore(fixture.database).setBirthDate(made.id(), LocalDate.parse("1986-01-01")));
        return made;
    }

    /** Returns all that is told of each derived metric and date, besides when and from how many revisions it was made. */
    private static Map<String, String> read(Participant whose, LocalDate first, LocalDate last, boolean anew) {
        var entry = await(derived.find(whose.id())).orElseThrow();
        List<DerivedMetric> metrics = derived.catalog().metrics();
        Map<String, String> found = new TreeMap<>();
        await(derived.read(entry, first, last, metrics, anew))
                .figures()
                .forEach((key, byDate) -> byDate.forEach((date, told) -> found.put(key + " " + date, words(told))));
        return found;
    }

    static String words(Told told) {
        return told.value() + ", coverage " + told.coverage() + ", " + told.reason() + ", missing " + told.missing();
    }
}

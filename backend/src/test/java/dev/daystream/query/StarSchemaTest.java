package dev.daystream.query;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.daystream.config.DatabaseSettings;
import dev.daystream.metrics.Catalog;
import dev.daystream.model.ZoneHistory;
import dev.daystream.query.DayQuery.Day;
import dev.daystream.store.Database;
import dev.daystream.store.DayReader;
import dev.daystream.store.DeliveryStates;
import dev.daystream.store.DirectoryReader;
import dev.daystream.store.EveryEngine;
import dev.daystream.store.ImputedReader;
import dev.daystream.store.Seed;
import dev.daystream.store.SeriesReader;
import dev.daystream.store.SleepReader;
import dev.daystream.store.TestDatabase;
import dev.daystream.store.WearStore;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of the star schema are those of the API, to the last sample, whatever the zone. */
@EveryEngine
class StarSchemaTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final LocalDate FIRST = LocalDate.parse("2026-03-27");
    private static final int DAYS = 5;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");

    private static Database database;
    private static Connection connection;
    private static DayQuery days;

    @BeforeParameterizedClassInvocation
    static void seed() throws SQLException {
        DatabaseSettings settings = TestDatabase.create();
        database = Database.open(VERTX, settings);
        connection = DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password());
        Catalog catalog = Catalog.bundled();
        WearDays wear = new WearDays(new WearStore(database), catalog, Clock.systemUTC());
        days = new DayQuery(
                new ParticipantDays(
                        new ParticipantDirectory(new DirectoryReader(database), Clock.systemUTC()), Clock.systemUTC()),
                new DayReader(database),
                new SleepReader(database),
                new DailySummaries(
                        new SeriesReader(database),
                        new ImputedReader(database),
                        new EvidenceReader(wear, new SeriesReader(database)),
                        catalog),
                wear,
                new GapFactsReader(catalog, wear, new DeliveryStates(database), new SleepReader(database)),
                catalog);
        try (Seed seed = new Seed(settings)) {
            ZONES.forEach(zone -> plant(seed, seed.participant(zone, zone)));
            long traveller = seed.participant("Traveller", "Europe/Berlin");
            seed.move(traveller, "2026-03-28T10:17:23Z", "Asia/Kolkata");
            seed.move(traveller, "2026-03-30T20:00:00Z", "America/New_York");
            plant(seed, traveller);
        }
    }

    private static void plant(Seed seed, long participant) {
        String from = "2026-03-25T12:00:00Z";
        String to = "2026-04-02T12:00:00Z";
        seed.samples(seed.series(participant, "heart_rate", "fitbit", 5), from, to, 37, "50 + n % 101");
        seed.samples(seed.series(participant, "steps", "fitbit", 60), from, to, 60, "n % 7");
        seed.samples(seed.series(participant, "steps", "fitabase", 60), "2026-03-28T00:00:00Z", to, 45, "n % 5");
        seed.samples(
                seed.series(participant, "weight", "fitabase", 86_400), "2026-03-28T07:00:00Z", to, 90_000, "80 + n");
        seed.deliveries(participant, "heart_rate", "2026-03-26", "2026-04-01");
        seed.delivery(participant, "fitabase", "steps", "2026-03-26", 10);
        long delivery = seed.delivery(participant, "fitabase", "steps", "2026-04-01", 10);
        seed.run("INSERT INTO daily_value VALUES (?, '2026-03-28', 100, 2, 58, ?)", participant, delivery);
        seed.run("INSERT INTO daily_value VALUES (?, '2026-03-28', 100, 1, 57, ?)", participant, delivery);
    }

    @AfterParameterizedClassInvocation
    static void close() throws SQLException {
        connection.close();
        await(database.close());
    }

    @AfterAll
    static void closeAll() {
        await(VERTX.close());
    }

    private static List<List<@Nullable Object>> rows(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet found = statement.executeQuery()) {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                while (found.next()) {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        row.add(found.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private static List<Day> daysOf(long participant) {
        return await(days.page(
                        new DatesRequest(
                                participant,
                                FIRST.toString(),
                                FIRST.plusDays(DAYS - 1).toString(),
                                366,
                                null),
                        Fill.RAW))
                .days();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void dailyFactsAreThoseOfTheApi(long participant) throws SQLException {
        for (Day day : daysOf(participant)) {
            for (String metric : List.of("heart_rate", "steps", "weight")) {
                List<List<@Nullable Object>> facts = rows("""
                        SELECT count, sum, min, max, expected, coverage, present FROM analytics.fact_daily_metric
                         WHERE participant_id = ? AND local_date = ? AND metric = ? ORDER BY count DESC, source_id
                        """, participant, day.date(), metric);
                List<@Nullable Object> fact = facts.get(0);
                Summary summary = day.metrics().get(metric);
                var covered = Objects.requireNonNull(day.coverage().get(metric));
                assertThat(fact.get(0))
                        .as(metric + " on " + day.date())
                        .isEqualTo(summary == null ? 0L : summary.count());
                if (summary != null) {
                    assertThat((double) Objects.requireNonNull(fact.get(1))).isCloseTo(summary.sum(), within(1e-6));
                    assertThat(fact.get(2)).isEqualTo(summary.min());
                    assertThat(fact.get(3)).isEqualTo(summary.max());
                }
                assertThat(((Number) Objects.requireNonNull(fact.get(4))).longValue())
                        .isEqualTo(covered.expected());
                assertThat(fact.get(5)).isEqualTo(covered.coverage());
                assertThat(fact.get(6)).as(metric + " on " + day.date()).isEqualTo(covered.present());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5", "6"})
    void anOverviewOfADayIsThatOfTheApi(long participant) throws SQLException {
        // Before the API has looked, so that wear is made here; and after, when it is kept.
        for (int round = 0; round < 2; round++) {
            List<List<@Nullable Object>> found = rows("""
                    SELECT local_date::text, hours, steps, heart_rate_mean, resting_heart_rate, worn_minutes, wear_share
                      FROM analytics.daily_overview
                     WHERE participant_id = ? AND local_date BETWEEN ? AND ? ORDER BY local_date
                    """, participant, FIRST, FIRST.plusDays(DAYS - 1));
            List<Day> told = daysOf(participant);
            assertThat(found).hasSize(DAYS);
            for (int i = 0; i < DAYS; i++) {
                Day day = told.get(i);
                var wear = Objects.requireNonNull(day.wear());
                assertThat(found.get(i))
                        .containsExactly(
                                day.date().toString(),
                                day.hours(),
                                Objects.requireNonNull(day.metrics().get("steps"))
                                        .sum(),
                                Objects.requireNonNull(day.metrics().get("heart_rate"))
                                        .avg(),
                                day.vendor().get("resting_heart_rate"),
                                wear.minutes(),
                                wear.share());
            }
        }
    }

    /** But for days of a move within a minute, which belongs to the day that it begins in. */
    @Test
    void hoursOfADayAddUpToIt() throws SQLException {
        assertThat(rows("""
                SELECT d.participant_id, d.local_date, d.metric FROM analytics.fact_daily_metric d
                 WHERE d.local_date BETWEEN '2026-03-27' AND '2026-03-31' AND NOT EXISTS (
                       SELECT FROM analytics.fact_hourly_metric h
                        WHERE h.participant_id = d.participant_id AND h.local_date = d.local_date AND h.metric = d.metric
                          AND h.source = d.source
                       HAVING coalesce(sum(h.count), 0) = d.count AND coalesce(sum(h.sum), 0) = coalesce(d.sum, 0))
                   AND d.participant_id <> 6
                """)).isEmpty();
    }

    @Test
    void hoursAreThoseOfTheWallClock() throws SQLException {
        String hours = """
                SELECT hour, utc_offset::text, count FROM analytics.fact_hourly_metric
                 WHERE participant_id = ? AND local_date = ? AND metric = 'steps' AND source = 'fitbit' ORDER BY utc_offset, hour
                """;
        List<List<@Nullable Object>> berlin = rows(hours, 1L, LocalDate.parse("2026-03-29"));
        assertThat(berlin).hasSize(23).doesNotContain(List.of(2, "01:00:00", 60L), List.of(2, "02:00:00", 60L));
        assertThat(berlin).contains(List.of(1, "01:00:00", 60L), List.of(3, "02:00:00", 60L));
        assertThat(rows(hours, 3L, LocalDate.parse("2026-03-29"))).hasSize(24).contains(List.of(0, "05:45:00", 60L));
        List<List<@Nullable Object>> moved = rows(hours, 6L, LocalDate.parse("2026-03-28"));
        assertThat(moved).contains(List.of(0, "01:00:00", 60L), List.of(23, "05:30:00", 60L));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29", "Europe/Berlin, 2026-10-25", "Atlantic/Azores, 2026-03-29",
                "Atlantic/Azores, 2026-10-25",
        "America/Havana, 2026-03-08", "America/Havana, 2026-11-01", "Asia/Beirut, 2026-03-29",
                "Asia/Beirut, 2026-10-25",
        "America/Nuuk, 2026-03-29", "America/Nuuk, 2026-10-25", "Pacific/Apia, 2011-12-30",
                "Australia/Lord_Howe, 2026-04-05",
        "America/Sao_Paulo, 2018-11-04", "America/Sao_Paulo, 2018-02-18", "Africa/Cairo, 2024-04-26",
                "Asia/Kathmandu, 2026-03-29",
    })
    void aLocalDayStartsWhenTheProgramSaysSo(ZoneId zone, LocalDate date) throws SQLException {
        for (int i = -1; i <= 2; i++) {
            Instant start = ZoneHistory.of(zone).startOf(date.plusDays(i));
            try (PreparedStatement statement = connection.prepareStatement("SELECT analytics.midnight(?, ?)")) {
                statement.setObject(1, date.plusDays(i));
                statement.setString(2, zone.getId());
                ResultSet found = statement.executeQuery();
                found.next();
                assertThat(found.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(start);
            }
        }
    }

    @Test
    void theCalendarKnowsWeeksAndWeekends() throws SQLException {
        assertThat(rows("""
                SELECT iso_year_week, weekday, weekday_name, weekend, quarter, week_start::text FROM analytics.dim_date WHERE local_date = '2026-03-29'
                """)).containsExactly(List.of("2026-W13", 7, "Sunday", true, 1, "2026-03-23"));
        assertThat(rows("SELECT count(*) FROM analytics.dim_date")).containsExactly(List.of(365L));
    }

    @Test
    void thereIsOneRowForEachGrain() throws SQLException {
        String[][] grains = {
            {"dim_participant", "participant_id"},
            {"dim_metric", "metric"},
            {"dim_source", "source"},
            {"dim_date", "local_date"},
            {"participant_day", "participant_id, local_date"},
            {"daily_overview", "participant_id, local_date"},
            {"fact_wear", "participant_id, local_date"},
            {"fact_daily_metric", "participant_id, local_date, metric, source, device"},
            {"fact_vendor_daily", "participant_id, local_date, metric, source"},
        };
        for (String[] grain : grains) {
            assertThat(rows("SELECT " + grain[1] + " FROM analytics." + grain[0] + " GROUP BY " + grain[1]
                            + " HAVING count(*) > 1"))
                    .as(grain[0])
                    .isEmpty();
        }
    }
}

package dev.daystream.query;

import dev.daystream.store.Seed;
import java.time.LocalDate;

/**
 * Two weeks of Anna, from a Monday on, in a zone at half hours, and two nights of Ben; small enough for answers to be worked out by hand.
 *
 * <p>Each minute of Anna has a pulse, but on one day none, and on another none before noon. She walks from 6 to 20 o'clock.
 */
final class InsightSeed {
    static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    static final long ANNA = 1;
    static final long BEN = 2;
    private static final int DAYS = 14;

    private final Seed seed;
    private long delivery;

    InsightSeed(Seed seed) {
        this.seed = seed;
    }

    void plant() {
        seed.participant("Anna", "Asia/Kolkata");
        seed.participant("Ben", "Europe/Berlin");
        seed.deliveries(ANNA, "steps", "2026-03-02", "2026-03-15");
        seed.deliveries(ANNA, "heart_rate", "2026-03-02", "2026-03-15");
        seed.deliveries(ANNA, "hrv_daily", "2026-03-02", "2026-03-12");
        samples();
        delivery = seed.delivery(ANNA, "fitbit", "daily_summary", "2026-03-02", 0);
        for (int i = 0; i < DAYS; i++) {
            day(i);
        }
        seed.run(
                "INSERT INTO workout VALUES (?, 1, '2026-03-04', 'w1', 'Swim', '2026-03-04T03:00Z', 1800, NULL, 300, 1500)",
                delivery);
        lateAndCorrected();
        delivery = seed.delivery(BEN, "fitabase", "daily_activity", "2026-03-28", 0);
        seed.delivery(BEN, "fitabase", "sleep_day", "2026-03-28", 0);
        seed.delivery(BEN, "fitabase", "sleep_day", "2026-03-29", 0);
        value(BEN, LocalDate.parse("2026-03-28"), "sleep_minutes_asleep", 480);
        value(BEN, LocalDate.parse("2026-03-29"), "sleep_minutes_asleep", 480);
    }

    private void samples() {
        String from = "2026-03-01T18:30:00Z";
        String to = "2026-03-15T18:30:00Z";
        seed.samples(
                seed.series(ANNA, "steps", "fitbit", 60),
                from,
                to,
                60,
                "CASE WHEN n % 1440 NOT BETWEEN 360 AND 1199 THEN 0 WHEN n / 1440 < 3 THEN 4"
                        + " WHEN n / 1440 BETWEEN 4 AND 8 THEN 15 ELSE 10 END");
        int heart = seed.series(ANNA, "heart_rate", "fitbit", 60);
        seed.samples(heart, from, "2026-03-11T18:30:00Z", 60, "CASE n % 1440 / 60 WHEN 20 THEN 80 ELSE 60 END");
        // On the eleventh day the watch was on the wrist for four minutes: the day does not count.
        seed.samples(heart, "2026-03-12T06:00:00Z", "2026-03-12T06:04:00Z", 60, "60");
        seed.samples(
                heart, "2026-03-12T18:30:00Z", "2026-03-13T18:30:00Z", 60, "CASE n / 60 WHEN 20 THEN 80 ELSE 60 END");
        seed.samples(heart, "2026-03-14T06:30:00Z", to, 60, "CASE (n + 720) % 1440 / 60 WHEN 20 THEN 80 ELSE 60 END");
    }

    private void day(int i) {
        LocalDate date = MONDAY.plusDays(i);
        value(ANNA, date, "sleep_minutes_asleep", i < 3 ? 300 : 420);
        value(ANNA, date, "minutes_fairly_active", 10 + i);
        value(ANNA, date, "minutes_very_active", i == 6 ? 50 : 5);
        value(ANNA, date, "daily_calories_active", i == 3 ? 100 : 500 - 10 * i);
        value(ANNA, date, "resting_heart_rate", i < 7 ? 60 : 63);
        if (i < 11) {
            value(ANNA, date, "hrv_daily_rmssd", i < 7 ? 40 : 44);
        }
        if (i >= 7) {
            seed.run("""
                    INSERT INTO sleep_session (delivery_id, participant_id, source_id, local_date, external_id, start_at, end_at,
                            main, classic, minutes_asleep, minutes_awake, minutes_in_bed)
                    SELECT ?, 1, 1, d.date, d.date::text, (d.date - 1 + time '23:00') AT TIME ZONE 'Asia/Kolkata' + later,
                           (d.date + time '07:00') AT TIME ZONE 'Asia/Kolkata' + later, true, false, 420, 60, 480
                      FROM (SELECT ?::date AS date, ?::interval AS later) d
                    """, delivery, date.toString(), i >= 11 ? "1 hour" : "0 hours");
        }
    }

    private void lateAndCorrected() {
        seed.run("""
                UPDATE delivery SET range_end = (local_date + 1)::timestamp AT TIME ZONE 'Asia/Kolkata',
                       delivered_at = (local_date + 1)::timestamp AT TIME ZONE 'Asia/Kolkata'
                                    + CASE local_date WHEN '2026-03-15' THEN interval '60 hours' ELSE interval '6 hours' END
                 WHERE data_type = 'steps'
                """);
        long redelivery = seed.number("""
                INSERT INTO redelivery (delivery_id, participant_id, local_date, trigger, outcome, shorter, revision)
                SELECT id, 1, local_date, 'refresh', 'applied', false, 2 FROM delivery
                 WHERE data_type = 'steps' AND local_date = '2026-03-02' RETURNING id
                """);
        seed.run("""
                INSERT INTO correction (delivery_id, series_id, revision, added, removed, changed, redelivery_id)
                SELECT delivery_id, 1, 2, 3, 1, 2, id FROM redelivery WHERE id = ?
                """, redelivery);
    }

    private void value(long participant, LocalDate date, String metric, double value) {
        seed.run(
                "INSERT INTO daily_value SELECT ?, ?::date, m.id, d.source_id, ?, d.id FROM metric m, delivery d"
                        + " WHERE m.key = ? AND d.id = ?",
                participant,
                date.toString(),
                value,
                metric,
                delivery);
    }
}

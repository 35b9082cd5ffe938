-- Mean heart rate by hour of the day, of hours with fewer than 60 steps.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days behind an hour.
    VALUES (7)
), quiet AS (
    SELECT f.participant_id, f.local_date, f.hour, f.utc_offset
      FROM asked a
      JOIN analytics.fact_hourly_metric f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.metric = 'steps'
     GROUP BY 1, 2, 3, 4
    HAVING max(f.value) < 60 AND max(f.coverage) > 0.95
), hour AS (
    SELECT f.hour, avg(f.mean_bpm) AS heart_rate, analytics.margin_of_mean(count(*), stddev_samp(f.mean_bpm)) AS margin,
           count(*)::integer AS hours, count(DISTINCT (f.participant_id, f.local_date))::integer AS days,
           count(DISTINCT f.participant_id)::integer AS participants, avg(f.coverage) AS coverage
      FROM asked a
      JOIN analytics.fact_heart_rate_hour f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
      JOIN quiet q USING (participant_id, local_date, hour, utc_offset)
     GROUP BY 1
), weighed AS (
    SELECT h.*, h.days >= e.minimum AS enough FROM hour h CROSS JOIN evidence e
)
SELECT hour, heart_rate, heart_rate - margin AS heart_rate_low, heart_rate + margin AS heart_rate_high,
       enough AND rank() OVER (ORDER BY enough DESC, heart_rate DESC) = 1 AS highest, hours, days, participants, coverage, enough
  FROM weighed
 ORDER BY 1;

-- Means of each month by participant, with the days that stand behind them.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT d.participant_id, d.participant, c.year_month,
       avg(d.steps) AS steps, avg(d.active_minutes) AS active_minutes,
       avg(d.minutes_asleep)::double precision / 60 AS hours_slept,
       avg(d.resting_heart_rate) AS resting_heart_rate, avg(d.hrv_ms) AS hrv,
       avg(d.heart_rate_coverage) AS heart_rate_coverage, avg(d.steps_coverage) AS steps_coverage,
       count(d.minutes_asleep)::integer AS nights, count(*)::integer AS days
  FROM asked a
  JOIN analytics.daily_overview d
       ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
       AND d.local_date BETWEEN a.first_date AND a.last_date
  JOIN analytics.dim_date c ON c.local_date = d.local_date
 GROUP BY 1, 2, 3
 ORDER BY 3 DESC, 1;

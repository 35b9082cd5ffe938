-- Mean steps in each hour of each weekday, of the hours that are covered for at least half, or whose coverage nobody knows.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days behind an hour of a weekday.
    VALUES (4)
), hour AS (
    SELECT c.weekday, c.weekday_name, f.hour, avg(f.value) AS steps,
           analytics.margin_of_mean(count(*), stddev_samp(f.value)) AS margin,
           count(*)::integer AS hours, count(DISTINCT (f.participant_id, f.local_date))::integer AS days, avg(f.coverage) AS coverage
      FROM asked a
      JOIN analytics.fact_hourly_metric f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = f.local_date
     WHERE f.metric = 'steps' AND f.value IS NOT NULL AND coalesce(f.coverage >= 0.5, true)
     GROUP BY 1, 2, 3
)
SELECT h.weekday, h.weekday_name, h.hour, h.steps, analytics.at_least_zero(h.steps - h.margin) AS steps_low, h.steps + h.margin AS steps_high,
       h.hours, h.days, h.coverage, h.days >= e.minimum AS enough
  FROM hour h
 CROSS JOIN evidence e
 ORDER BY 1, 3;

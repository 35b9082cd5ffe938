-- Mean steps in each hour of each weekday, of the hours with data.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT c.weekday, c.weekday_name, f.hour,
       avg(f.value) AS steps, count(*)::integer AS hours, avg(f.coverage) AS coverage
  FROM asked a
  JOIN analytics.fact_hourly_metric f
       ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
       AND f.local_date BETWEEN a.first_date AND a.last_date
  JOIN analytics.dim_date c ON c.local_date = f.local_date
 WHERE f.metric = 'steps'
 GROUP BY 1, 2, 3
 ORDER BY 1, 3;

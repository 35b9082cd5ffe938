-- Steps of the day after a night of less than six hours of sleep, and after other nights.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT d.participant_id, d.participant,
       avg(d.steps) FILTER (WHERE d.minutes_asleep < 360) AS steps_after_bad,
       avg(d.steps) FILTER (WHERE d.minutes_asleep >= 360) AS steps_after_other,
       100 * (avg(d.steps) FILTER (WHERE d.minutes_asleep < 360) / nullif(avg(d.steps) FILTER (WHERE d.minutes_asleep >= 360), 0) - 1) AS difference,
       count(*) FILTER (WHERE d.minutes_asleep < 360)::integer AS bad_nights,
       count(*) FILTER (WHERE d.minutes_asleep >= 360)::integer AS other_nights,
       avg(d.steps_coverage) AS steps_coverage
  FROM asked a
  JOIN analytics.daily_overview d
       ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
       AND d.local_date BETWEEN a.first_date AND a.last_date
 WHERE d.minutes_asleep > 0 AND d.steps IS NOT NULL
 GROUP BY 1, 2
HAVING count(*) FILTER (WHERE d.minutes_asleep < 360) >= 3 AND count(*) FILTER (WHERE d.minutes_asleep >= 360) >= 3
 ORDER BY 5, 1
 LIMIT 1000;

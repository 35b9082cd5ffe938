-- Steps of the day after a night of less than six hours of sleep, and after other nights.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights of either kind, of each participant.
    VALUES (7)
), day AS (
    SELECT d.participant_id, d.participant, d.steps, d.steps_coverage, d.minutes_asleep < 360 AS bad
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     WHERE d.minutes_asleep > 0 AND d.steps IS NOT NULL AND analytics.worn_enough(d.worn_minutes)
), compared AS (
    SELECT participant_id, participant, avg(steps_coverage) AS steps_coverage,
           count(*) FILTER (WHERE bad) AS bad_nights, count(*) FILTER (WHERE NOT bad) AS other_nights,
           avg(steps) FILTER (WHERE bad) AS bad_steps, avg(steps) FILTER (WHERE NOT bad) AS other_steps,
           stddev_samp(steps) FILTER (WHERE bad) AS bad_deviation, stddev_samp(steps) FILTER (WHERE NOT bad) AS other_deviation
      FROM day
     GROUP BY 1, 2
), weighed AS (
    SELECT c.*, c.bad_steps - c.other_steps AS difference,
           analytics.margin_of_difference(c.bad_nights, c.bad_deviation, c.other_nights, c.other_deviation) AS margin,
           analytics.margin_of_mean(c.bad_nights, c.bad_deviation) AS bad_margin,
           analytics.margin_of_mean(c.other_nights, c.other_deviation) AS other_margin,
           least(c.bad_nights, c.other_nights) >= e.minimum AS enough
      FROM compared c
     CROSS JOIN evidence e
)
SELECT participant_id, participant,
       bad_steps AS steps_after_bad, analytics.at_least_zero(bad_steps - bad_margin) AS steps_after_bad_low, bad_steps + bad_margin AS steps_after_bad_high,
       other_steps AS steps_after_other, analytics.at_least_zero(other_steps - other_margin) AS steps_after_other_low,
       other_steps + other_margin AS steps_after_other_high,
       difference, difference - margin AS difference_low, difference + margin AS difference_high,
       enough AND coalesce(abs(difference) > margin, false) AS clear,
       bad_nights::integer AS bad_nights, other_nights::integer AS other_nights, steps_coverage, enough
  FROM weighed
 ORDER BY enough DESC, difference NULLS LAST, participant_id
 LIMIT 1000;

-- Means of each month by participant, with the days that stand behind each.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days or nights of a month.
    VALUES (7)
), day AS (
    SELECT d.participant_id, d.participant, c.year_month, CASE WHEN analytics.worn_enough(d.worn_minutes) THEN d.steps END AS steps,
           CASE WHEN analytics.worn_enough(d.worn_minutes) THEN d.active_minutes END AS active,
           nullif(d.minutes_asleep, 0)::double precision / 60 AS slept, d.resting_heart_rate AS resting, d.hrv_ms AS hrv,
           d.heart_rate_coverage, d.steps_coverage
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = d.local_date
), month AS (
    SELECT participant_id, participant, year_month, avg(steps) AS steps, avg(active) AS active, avg(slept) AS slept,
           avg(resting) AS resting, avg(hrv) AS hrv,
           analytics.margin_of_mean(count(steps), stddev_samp(steps)) AS steps_margin,
           analytics.margin_of_mean(count(active), stddev_samp(active)) AS active_margin,
           analytics.margin_of_mean(count(slept), stddev_samp(slept)) AS slept_margin,
           analytics.margin_of_mean(count(resting), stddev_samp(resting)) AS resting_margin,
           analytics.margin_of_mean(count(hrv), stddev_samp(hrv)) AS hrv_margin,
           count(steps)::integer AS steps_days, count(active)::integer AS active_days, count(slept)::integer AS nights,
           count(resting)::integer AS resting_days, count(hrv)::integer AS hrv_nights, count(*)::integer AS days,
           avg(heart_rate_coverage) AS heart_rate_coverage, avg(steps_coverage) AS steps_coverage
      FROM day
     GROUP BY 1, 2, 3
)
SELECT m.participant_id, m.participant, m.year_month,
       m.steps, analytics.at_least_zero(m.steps - m.steps_margin) AS steps_low, m.steps + m.steps_margin AS steps_high, m.steps_days,
       m.active AS active_minutes, analytics.at_least_zero(m.active - m.active_margin) AS active_minutes_low, m.active + m.active_margin AS active_minutes_high, m.active_days,
       m.slept AS hours_slept, analytics.at_least_zero(m.slept - m.slept_margin) AS hours_slept_low, m.slept + m.slept_margin AS hours_slept_high, m.nights,
       m.resting AS resting_heart_rate, m.resting - m.resting_margin AS resting_heart_rate_low,
       m.resting + m.resting_margin AS resting_heart_rate_high, m.resting_days,
       m.hrv, m.hrv - m.hrv_margin AS hrv_low, m.hrv + m.hrv_margin AS hrv_high, m.hrv_nights,
       m.heart_rate_coverage, m.steps_coverage, m.days, m.steps_days >= e.minimum AS enough
  FROM month m
 CROSS JOIN evidence e
 ORDER BY 3 DESC, 1;

-- Sleep of nights that end on a Saturday or Sunday against other nights, most difference first.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights of either kind, of each participant.
    VALUES (7)
), compared AS (
    SELECT d.participant_id, d.participant, count(*) FILTER (WHERE NOT c.weekend) AS n, count(*) FILTER (WHERE c.weekend) AS weekend_n,
           avg(d.minutes_asleep::double precision) FILTER (WHERE NOT c.weekend) AS minutes,
           avg(d.minutes_asleep::double precision) FILTER (WHERE c.weekend) AS weekend_minutes,
           stddev_samp(d.minutes_asleep::double precision) FILTER (WHERE NOT c.weekend) AS deviation,
           stddev_samp(d.minutes_asleep::double precision) FILTER (WHERE c.weekend) AS weekend_deviation
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = d.local_date
     WHERE d.minutes_asleep > 0
     GROUP BY 1, 2
), weighed AS (
    SELECT c.*, c.weekend_minutes - c.minutes AS difference, analytics.margin_of_mean(c.n, c.deviation) AS margin,
           analytics.margin_of_mean(c.weekend_n, c.weekend_deviation) AS weekend_margin,
           analytics.margin_of_difference(c.n, c.deviation, c.weekend_n, c.weekend_deviation) AS difference_margin,
           least(c.n, c.weekend_n) >= e.minimum AS enough
      FROM compared c
     CROSS JOIN evidence e
)
SELECT participant_id, participant, minutes / 60 AS weekday_hours,
       (minutes - margin) / 60 AS weekday_hours_low, (minutes + margin) / 60 AS weekday_hours_high,
       weekend_minutes / 60 AS weekend_hours, (weekend_minutes - weekend_margin) / 60 AS weekend_hours_low,
       (weekend_minutes + weekend_margin) / 60 AS weekend_hours_high,
       difference, difference - difference_margin AS difference_low, difference + difference_margin AS difference_high,
       enough AND coalesce(abs(difference) > difference_margin, false) AS clear,
       n::integer AS weekday_nights, weekend_n::integer AS weekend_nights, enough
  FROM weighed
 ORDER BY enough DESC, abs(difference) DESC NULLS LAST, participant_id
 LIMIT 1000;

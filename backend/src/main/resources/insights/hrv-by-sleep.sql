-- Heart rate variability of the night by hours slept, as the difference from the participant's own mean.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights of as many hours.
    VALUES (7)
), night AS (
    SELECT d.participant_id, floor(d.minutes_asleep / 60.0)::integer AS hours_slept, d.hrv_ms,
           d.hrv_ms - avg(d.hrv_ms) OVER (PARTITION BY d.participant_id) AS difference
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     WHERE d.minutes_asleep > 0 AND d.hrv_ms IS NOT NULL
), slept AS (
    SELECT hours_slept, avg(difference) AS difference, analytics.margin_of_mean(count(*), stddev_samp(difference)) AS margin,
           avg(hrv_ms) AS hrv, count(*)::integer AS nights, count(DISTINCT participant_id)::integer AS participants
      FROM night
     GROUP BY 1
)
SELECT s.hours_slept, s.difference AS hrv_difference, s.difference - s.margin AS hrv_difference_low,
       s.difference + s.margin AS hrv_difference_high, s.nights >= e.minimum AND coalesce(s.difference - s.margin > 0, false) AS clear,
       s.hrv, s.nights, s.participants, s.nights >= e.minimum AS enough
  FROM slept s
 CROSS JOIN evidence e
 ORDER BY 1;

-- Weeks by how far heart rate variability lay above (+) or below (-) the participant's own mean of the 28 days before each night. A
-- proxy of strain, not stress.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights of a week.
    VALUES (4)
), night AS (
    SELECT d.participant_id, d.participant, d.local_date, d.hrv_ms, d.resting_heart_rate,
           avg(d.hrv_ms) OVER before AS hrv_before, avg(d.resting_heart_rate) OVER before AS resting_before,
           count(d.hrv_ms) OVER before AS nights_before
      FROM analytics.daily_overview d
    WINDOW before AS (PARTITION BY d.participant_id ORDER BY d.local_date ROWS BETWEEN 28 PRECEDING AND 1 PRECEDING)
), compared AS (
    SELECT n.participant_id, n.participant, c.week_start, 100 * (n.hrv_ms / n.hrv_before - 1) AS hrv,
           n.resting_heart_rate - n.resting_before AS resting
      FROM asked a
      JOIN night n
           ON (a.participants IS NULL OR n.participant_id = ANY (a.participants))
           AND n.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = n.local_date
     WHERE n.hrv_ms IS NOT NULL AND n.nights_before >= 7
), week AS (
    SELECT participant_id, participant, week_start, count(*) AS nights, avg(hrv) AS hrv, avg(resting) AS resting,
           analytics.margin_of_mean(count(*), stddev_samp(hrv)) AS hrv_margin,
           analytics.margin_of_mean(count(resting), stddev_samp(resting)) AS resting_margin
      FROM compared
     GROUP BY 1, 2, 3
), ranked AS (
    SELECT w.*, w.nights >= e.minimum AS enough,
           row_number() OVER (PARTITION BY w.nights >= e.minimum ORDER BY w.hrv DESC, w.week_start, w.participant_id) AS place
      FROM week w
     CROSS JOIN evidence e
)
SELECT participant_id, participant, week_start,
       hrv AS hrv_deviation, hrv - hrv_margin AS hrv_deviation_low, hrv + hrv_margin AS hrv_deviation_high,
       enough AND coalesce(hrv - hrv_margin > 0, false) AS clear,
       resting AS resting_heart_rate_deviation, resting - resting_margin AS resting_heart_rate_deviation_low,
       resting + resting_margin AS resting_heart_rate_deviation_high,
       nights::integer AS nights, enough
  FROM ranked
 WHERE place <= 100
 ORDER BY enough DESC, hrv DESC, week_start, participant_id;

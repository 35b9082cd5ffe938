-- Weeks by how far heart rate variability lay above (+) or below (-) the participant's own mean of the 28 days before each night. A
-- proxy of strain, not stress.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), night AS (
    SELECT d.participant_id, d.participant, d.local_date, d.hrv_ms, d.resting_heart_rate,
           avg(d.hrv_ms) OVER before AS hrv_before, avg(d.resting_heart_rate) OVER before AS resting_before,
           count(d.hrv_ms) OVER before AS nights_before
      FROM analytics.daily_overview d
    WINDOW before AS (PARTITION BY d.participant_id ORDER BY d.local_date ROWS BETWEEN 28 PRECEDING AND 1 PRECEDING)
)
SELECT n.participant_id, n.participant, c.week_start,
       (100 * avg(n.hrv_ms / n.hrv_before - 1))::double precision AS hrv_deviation,
       avg(n.resting_heart_rate - n.resting_before) AS resting_heart_rate_deviation,
       count(*)::integer AS nights
  FROM asked a
  JOIN night n
       ON (a.participants IS NULL OR n.participant_id = ANY (a.participants))
       AND n.local_date BETWEEN a.first_date AND a.last_date
  JOIN analytics.dim_date c ON c.local_date = n.local_date
 WHERE n.hrv_ms IS NOT NULL AND n.nights_before >= 7
 GROUP BY 1, 2, 3
HAVING count(*) >= 4
 ORDER BY 4 DESC, 3, 1
 LIMIT 100;

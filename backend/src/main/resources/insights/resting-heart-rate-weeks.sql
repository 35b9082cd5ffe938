-- Mean resting heart rate of each week, and the change against the mean of the four weeks before.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), week AS (
    SELECT f.participant_id, c.week_start, avg(f.value) AS resting_heart_rate,
           count(DISTINCT f.local_date)::integer AS days
      FROM asked a
      JOIN analytics.fact_vendor_daily f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = f.local_date
     WHERE f.metric = 'resting_heart_rate'
     GROUP BY 1, 2
)
SELECT p.participant_id, p.participant, w.week_start, w.resting_heart_rate,
       w.resting_heart_rate - avg(w.resting_heart_rate) OVER (
           PARTITION BY w.participant_id ORDER BY w.week_start RANGE BETWEEN interval '28 days' PRECEDING AND interval '7 days' PRECEDING) AS change,
       w.days
  FROM week w
  JOIN analytics.dim_participant p USING (participant_id)
 ORDER BY 1, 3;

-- Participants and weeks by their mean stress, least first. A source that has it would bring the daily metric 'stress'.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days of a week.
    VALUES (4)
), week AS (
    SELECT f.participant_id, c.week_start, avg(f.value) AS stress, stddev_samp(f.value) AS deviation, count(*) AS days
      FROM asked a
      JOIN analytics.fact_vendor_daily f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_date c ON c.local_date = f.local_date
     WHERE f.metric = 'stress'
     GROUP BY 1, 2
)
SELECT p.participant_id, p.participant, w.week_start, w.stress,
       w.stress - analytics.margin_of_mean(w.days, w.deviation) AS stress_low,
       w.stress + analytics.margin_of_mean(w.days, w.deviation) AS stress_high,
       w.days::integer AS days, w.days >= e.minimum AS enough
  FROM week w
  JOIN analytics.dim_participant p USING (participant_id)
 CROSS JOIN evidence e
 ORDER BY enough DESC, w.stress, w.week_start, p.participant_id
 LIMIT 100;

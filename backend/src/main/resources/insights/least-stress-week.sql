-- Participants and weeks by their mean stress, least first. A source that has it would bring the daily metric 'stress'.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT p.participant_id, p.participant, c.week_start, avg(f.value) AS stress, count(*)::integer AS days
  FROM asked a
  JOIN analytics.fact_vendor_daily f
       ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
       AND f.local_date BETWEEN a.first_date AND a.last_date
  JOIN analytics.dim_participant p ON p.participant_id = f.participant_id
  JOIN analytics.dim_date c ON c.local_date = f.local_date
 WHERE f.metric = 'stress'
 GROUP BY 1, 2, 3
 ORDER BY 4, 3, 1
 LIMIT 100;

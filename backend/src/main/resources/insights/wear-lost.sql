-- Share of the day worn in the last seven days up to each participant's last day of data, and in the seven days before; who lost most
-- comes first.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days that count of either week, of each participant.
    VALUES (4)
), last AS (
    SELECT p.participant_id, p.participant, least(p.last_date, a.last_date) AS last_date
      FROM asked a
      JOIN analytics.dim_participant p ON a.participants IS NULL OR p.participant_id = ANY (a.participants)
     WHERE p.last_date IS NOT NULL AND p.first_date <= a.last_date
), day AS (
    SELECT l.participant_id, l.participant, l.last_date, f.local_date > l.last_date - 7 AS this_week, f.share
      FROM last l
      LEFT JOIN LATERAL (
           SELECT * FROM analytics.fact_wear w
            WHERE w.participant_id = l.participant_id AND w.basis = 'heart-rate' AND w.local_date BETWEEN l.last_date - 13 AND l.last_date
           OFFSET 0) f ON true
), compared AS (
    SELECT participant_id, participant, last_date,
           count(share) FILTER (WHERE this_week) AS n, count(share) FILTER (WHERE NOT this_week) AS n_before,
           avg(share) FILTER (WHERE this_week) AS wear, avg(share) FILTER (WHERE NOT this_week) AS wear_before,
           stddev_samp(share) FILTER (WHERE this_week) AS deviation, stddev_samp(share) FILTER (WHERE NOT this_week) AS deviation_before
      FROM day
     GROUP BY 1, 2, 3
), weighed AS (
    SELECT c.*, c.wear - c.wear_before AS change, analytics.margin_of_difference(c.n, c.deviation, c.n_before, c.deviation_before) AS margin,
           least(c.n, c.n_before) >= e.minimum AS enough
      FROM compared c
     CROSS JOIN evidence e
)
SELECT participant_id, participant, last_date, wear AS wear_this_week, wear_before AS wear_week_before,
       change, change - margin AS change_low, change + margin AS change_high, enough AND coalesce(change + margin < 0, false) AS clear,
       n::integer AS days_this_week, n_before::integer AS days_week_before, enough
  FROM weighed
 ORDER BY enough DESC, change NULLS LAST, participant_id
 LIMIT 1000;

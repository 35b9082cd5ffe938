-- The twenty days with most fairly and very active minutes.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), top AS (
    SELECT d.participant_id, d.participant, d.local_date, d.active_minutes, d.fairly_active_minutes,
           d.very_active_minutes
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     WHERE d.active_minutes IS NOT NULL
     ORDER BY d.active_minutes DESC, d.local_date, d.participant_id
     LIMIT 20
)
SELECT t.*, w.share AS wear_share
  FROM top t
  LEFT JOIN LATERAL (
       SELECT f.share FROM analytics.fact_wear f WHERE f.participant_id = t.participant_id AND f.local_date = t.local_date LIMIT 1) w ON true
 ORDER BY t.active_minutes DESC, t.local_date, t.participant_id;

-- How much the middle of the main sleep moves from night to night, least first. Times of day are counted from noon, so that midnight
-- is in the middle.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), night AS (
    SELECT f.participant_id, f.local_date,
           extract(epoch FROM f.local_start - (f.local_date - 1 + time '12:00'))::double precision / 60 AS bedtime,
           extract(epoch FROM f.local_end - (f.local_date - 1 + time '12:00'))::double precision / 60 AS wake_time
      FROM asked a
      JOIN analytics.fact_sleep_session f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.main
), days AS (
    SELECT d.participant_id, count(*) AS days
      FROM asked a
      JOIN analytics.participant_day d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     GROUP BY 1
)
SELECT p.participant_id, p.participant,
       stddev_samp((n.bedtime + n.wake_time) / 2) AS midpoint_deviation,
       to_char(time '12:00' + avg(n.bedtime) * interval '1 minute', 'HH24:MI') AS mean_bedtime,
       to_char(time '12:00' + avg(n.wake_time) * interval '1 minute', 'HH24:MI') AS mean_wake_time,
       count(*)::integer AS nights,
       least(1, count(DISTINCT n.local_date)::double precision / d.days) AS nights_share
  FROM night n
  JOIN days d USING (participant_id)
  JOIN analytics.dim_participant p USING (participant_id)
 GROUP BY 1, 2, d.days
HAVING count(*) >= 7
 ORDER BY 3, 1
 LIMIT 1000;

-- How much the middle of the main sleep moves from night to night, least first. Times of day are counted from noon, so that midnight
-- is in the middle.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights with a main sleep, of each participant.
    VALUES (7)
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
), regular AS (
    SELECT n.participant_id, stddev_samp((n.bedtime + n.wake_time) / 2) AS deviation, count(*) AS sleeps,
           avg(n.bedtime) AS bedtime, avg(n.wake_time) AS wake_time, count(DISTINCT n.local_date) AS nights
      FROM night n
     GROUP BY 1
)
SELECT p.participant_id, p.participant, r.deviation AS midpoint_deviation,
       analytics.deviation_low(r.sleeps, r.deviation) AS midpoint_deviation_low,
       analytics.deviation_high(r.sleeps, r.deviation) AS midpoint_deviation_high,
       to_char(time '12:00' + r.bedtime * interval '1 minute', 'HH24:MI') AS mean_bedtime,
       to_char(time '12:00' + r.wake_time * interval '1 minute', 'HH24:MI') AS mean_wake_time,
       r.nights::integer AS nights, least(1, r.nights::double precision / d.days) AS nights_share, r.nights >= e.minimum AS enough
  FROM regular r
  JOIN days d USING (participant_id)
  JOIN analytics.dim_participant p USING (participant_id)
 CROSS JOIN evidence e
 ORDER BY enough DESC, r.deviation, p.participant_id
 LIMIT 1000;

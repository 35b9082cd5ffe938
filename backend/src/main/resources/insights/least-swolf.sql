-- The days with the least SWOLF (seconds and strokes for a length of the pool), and all swims. A source that has it would bring the
-- daily metric 'swolf'.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days with SWOLF, of each participant.
    VALUES (3)
), swim AS (
    SELECT f.participant_id, f.local_date, count(*)::integer AS swims, sum(f.distance_m) AS distance_m,
           sum(f.seconds) FILTER (WHERE f.distance_m > 0) / nullif(sum(f.distance_m), 0) * 25 AS seconds_per_25_m
      FROM asked a
      JOIN analytics.fact_workout f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.activity ILIKE '%swim%'
     GROUP BY 1, 2
), swolf AS (
    SELECT f.participant_id, f.local_date, min(f.value) AS swolf
      FROM asked a
      JOIN analytics.fact_vendor_daily f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.metric = 'swolf'
     GROUP BY 1, 2
), day AS (
    SELECT participant_id, local_date, w.swolf, s.swims, s.distance_m, s.seconds_per_25_m,
           count(w.swolf) OVER (PARTITION BY participant_id) AS days
      FROM swim s
      FULL JOIN swolf w USING (participant_id, local_date)
)
SELECT p.participant_id, p.participant, d.local_date, d.swolf, d.swims, d.distance_m, d.seconds_per_25_m,
       d.days::integer AS days, d.days >= e.minimum AS enough
  FROM day d
  JOIN analytics.dim_participant p USING (participant_id)
 CROSS JOIN evidence e
 ORDER BY enough DESC, d.swolf NULLS LAST, d.local_date, p.participant_id
 LIMIT 20;

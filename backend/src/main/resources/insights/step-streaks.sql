-- The longest run of days with 10,000 steps or more; a day without data ends a run.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days that count, of each participant.
    VALUES (7)
), goal(steps) AS (
    VALUES (10000)
), day AS (
    SELECT d.participant_id, d.participant, d.local_date, d.steps, d.steps >= g.steps AS reached,
           d.steps IS NOT NULL AND (d.steps >= g.steps OR analytics.worn_enough(d.worn_minutes)) AS counts
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     CROSS JOIN goal g
), run AS (
    SELECT participant_id, min(local_date) AS first_date, max(local_date) AS last_date,
           count(*)::integer AS days, avg(steps) AS mean_steps
      FROM (SELECT *, local_date - (row_number() OVER (PARTITION BY participant_id ORDER BY local_date))::integer AS island FROM day WHERE reached) r
     GROUP BY participant_id, island
), best AS (
    SELECT DISTINCT ON (participant_id) * FROM run ORDER BY participant_id, days DESC, first_date
), counted AS (
    SELECT participant_id, participant, count(*) FILTER (WHERE reached)::integer AS days_reached,
           count(*) FILTER (WHERE counts)::integer AS days_that_count,
           count(*) FILTER (WHERE counts)::double precision / count(*) AS days_share
      FROM day
     GROUP BY 1, 2
)
SELECT c.participant_id, c.participant, coalesce(b.days, 0) AS streak, b.first_date, b.last_date,
       b.mean_steps, c.days_reached, c.days_that_count, c.days_share, c.days_that_count >= e.minimum AS enough
  FROM counted c
  LEFT JOIN best b USING (participant_id)
 CROSS JOIN evidence e
 WHERE c.days_that_count > 0
 ORDER BY enough DESC, 3 DESC, 1
 LIMIT 1000;

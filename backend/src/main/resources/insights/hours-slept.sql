-- How often each number of hours was slept, rounded to whole hours.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT round(d.minutes_asleep / 60.0)::integer AS hours_slept,
       count(*)::integer AS nights,
       (count(*) / sum(count(*)) OVER ())::double precision AS share,
       rank() OVER (ORDER BY count(*) DESC) = 1 AS most_frequent,
       count(DISTINCT d.participant_id)::integer AS participants
  FROM asked a
  JOIN analytics.daily_overview d
       ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
       AND d.local_date BETWEEN a.first_date AND a.last_date
 WHERE d.minutes_asleep > 0
 GROUP BY 1
 ORDER BY 1;

-- How often each number of hours was slept, rounded to whole hours.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Nights in all; fewer tell nothing.
    VALUES (14)
), slept AS (
    SELECT round(d.minutes_asleep / 60.0)::integer AS hours_slept, count(*) AS nights,
           (sum(count(*)) OVER ())::bigint AS all_nights, count(DISTINCT d.participant_id)::integer AS participants
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     WHERE d.minutes_asleep > 0
     GROUP BY 1
)
SELECT s.hours_slept, s.nights::integer AS nights, s.nights::double precision / s.all_nights AS share,
       analytics.share_low(s.nights, s.all_nights) AS share_low, analytics.share_high(s.nights, s.all_nights) AS share_high,
       s.all_nights >= e.minimum AND rank() OVER (ORDER BY s.nights DESC) = 1 AS most_frequent,
       s.participants, s.all_nights::integer AS all_nights, s.all_nights >= e.minimum AS enough
  FROM slept s
 CROSS JOIN evidence e
 ORDER BY 1;

-- Sleep of nights that end on a Saturday or Sunday against other nights, most difference first.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT d.participant_id, d.participant,
       avg(d.minutes_asleep) FILTER (WHERE NOT c.weekend)::double precision / 60 AS weekday_hours,
       avg(d.minutes_asleep) FILTER (WHERE c.weekend)::double precision / 60 AS weekend_hours,
       (avg(d.minutes_asleep) FILTER (WHERE c.weekend) - avg(d.minutes_asleep) FILTER (WHERE NOT c.weekend))::double precision AS difference,
       count(*) FILTER (WHERE NOT c.weekend)::integer AS weekday_nights,
       count(*) FILTER (WHERE c.weekend)::integer AS weekend_nights
  FROM asked a
  JOIN analytics.daily_overview d
       ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
       AND d.local_date BETWEEN a.first_date AND a.last_date
  JOIN analytics.dim_date c ON c.local_date = d.local_date
 WHERE d.minutes_asleep > 0
 GROUP BY 1, 2
HAVING count(*) FILTER (WHERE c.weekend) >= 2 AND count(*) FILTER (WHERE NOT c.weekend) >= 2
 ORDER BY abs(avg(d.minutes_asleep) FILTER (WHERE c.weekend) - avg(d.minutes_asleep) FILTER (WHERE NOT c.weekend)) DESC, 1
 LIMIT 1000;

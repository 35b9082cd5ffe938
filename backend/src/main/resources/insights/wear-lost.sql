-- Share of time worn in the last seven days up to each participant's last day of data, and in the seven days before; who lost most
-- comes first.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), last AS (
    SELECT p.participant_id, p.participant, least(p.last_date, a.last_date) AS last_date
      FROM asked a
      JOIN analytics.dim_participant p ON a.participants IS NULL OR p.participant_id = ANY (a.participants)
     WHERE p.last_date IS NOT NULL AND p.first_date <= a.last_date
), week AS (
    SELECT l.participant_id, l.participant, l.last_date, f.local_date > l.last_date - 7 AS this_week,
           f.worn_minutes, f.day_minutes
      FROM last l
      LEFT JOIN LATERAL (
           SELECT * FROM analytics.fact_wear w
            WHERE w.participant_id = l.participant_id AND w.local_date BETWEEN l.last_date - 13 AND l.last_date
           OFFSET 0) f ON true
)
SELECT participant_id, participant, last_date, wear_this_week, wear_week_before,
       wear_this_week - wear_week_before AS change, days_this_week, days_week_before
  FROM (SELECT participant_id, participant, last_date,
               sum(worn_minutes) FILTER (WHERE this_week)::double precision
                 / nullif(sum(day_minutes) FILTER (WHERE this_week), 0) AS wear_this_week,
               sum(worn_minutes) FILTER (WHERE NOT this_week)::double precision
                 / nullif(sum(day_minutes) FILTER (WHERE NOT this_week), 0) AS wear_week_before,
               count(*) FILTER (WHERE this_week)::integer AS days_this_week,
               count(*) FILTER (WHERE NOT this_week)::integer AS days_week_before
          FROM week
         GROUP BY 1, 2, 3) w
 ORDER BY 6, 1
 LIMIT 1000;

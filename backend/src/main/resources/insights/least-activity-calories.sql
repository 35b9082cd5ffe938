-- The twenty days with least activity calories; apart, those of participants with too few days that count. Without known wear no day
-- counts: a watch on the table burns least.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days that count, of each participant.
    VALUES (7)
), day AS (
    SELECT d.participant_id, d.participant, d.local_date, d.active_calories_kcal, d.wear_share,
           count(*) OVER (PARTITION BY d.participant_id) AS days
      FROM asked a
      JOIN analytics.daily_overview d
           ON (a.participants IS NULL OR d.participant_id = ANY (a.participants))
           AND d.local_date BETWEEN a.first_date AND a.last_date
     WHERE d.active_calories_kcal IS NOT NULL AND d.worn_minutes IS NOT NULL AND analytics.worn_enough(d.worn_minutes)
), ranked AS (
    SELECT d.*, d.days >= e.minimum AS enough,
           row_number() OVER (PARTITION BY d.days >= e.minimum ORDER BY d.active_calories_kcal, d.local_date, d.participant_id) AS place
      FROM day d
     CROSS JOIN evidence e
)
SELECT participant_id, participant, local_date, active_calories_kcal, wear_share, days::integer AS days, enough
  FROM ranked
 WHERE place <= 20
 ORDER BY enough DESC, active_calories_kcal, local_date, participant_id;

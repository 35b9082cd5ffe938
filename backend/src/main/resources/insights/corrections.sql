-- Payloads that came for days that were in place already, and what they changed, by source and data type.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days delivered.
    VALUES (7)
), corrected AS (
    SELECT f.source, f.data_type, count(*)::integer AS payloads,
           count(*) FILTER (WHERE f.outcome = 'applied')::integer AS applied,
           count(*) FILTER (WHERE f.outcome = 'refused')::integer AS refused,
           count(*) FILTER (WHERE f.shorter)::integer AS shorter,
           sum(f.added)::bigint AS added, sum(f.removed)::bigint AS removed, sum(f.changed)::bigint AS changed,
           count(DISTINCT (f.participant_id, f.local_date)) AS days
      FROM asked a
      JOIN analytics.fact_correction f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     GROUP BY 1, 2
), delivered AS (
    SELECT f.source, f.data_type, count(*) AS days
      FROM asked a
      JOIN analytics.fact_delivery f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     GROUP BY 1, 2
)
SELECT d.source, d.data_type, coalesce(c.payloads, 0) AS payloads, coalesce(c.applied, 0) AS applied,
       coalesce(c.refused, 0) AS refused,
       coalesce(c.shorter, 0) AS shorter, coalesce(c.added, 0) AS added, coalesce(c.removed, 0) AS removed,
       coalesce(c.changed, 0) AS changed, coalesce(c.days, 0)::double precision / d.days AS days_corrected,
       analytics.share_low(coalesce(c.days, 0), d.days) AS days_corrected_low,
       analytics.share_high(coalesce(c.days, 0), d.days) AS days_corrected_high,
       d.days >= e.minimum AND coalesce(c.days, 0) > 0 AS clear, d.days::integer AS days, d.days >= e.minimum AS enough
  FROM delivered d
  LEFT JOIN corrected c USING (source, data_type)
 CROSS JOIN evidence e
 ORDER BY enough DESC, 3 DESC, 1, 2;

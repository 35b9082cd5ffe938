-- Of the days between a source's first and last delivery, how many have each data type. A source without a data type of a day may
-- have had nothing to tell.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days from first to last delivery.
    VALUES (7)
), expected AS (
    SELECT s.participant_id, s.source, greatest(s.first_date, a.first_date) AS first_date,
           least(s.last_date, a.last_date) AS last_date
      FROM asked a
      JOIN analytics.participant_source s ON a.participants IS NULL OR s.participant_id = ANY (a.participants)
     WHERE s.first_date <= a.last_date AND s.last_date >= a.first_date
), delivered AS (
    SELECT e.source, e.participant_id, f.data_type, count(*) AS days, sum(f.samples) AS samples
      FROM expected e
      JOIN analytics.fact_delivery f
           ON f.participant_id = e.participant_id AND f.source = e.source
           AND f.local_date BETWEEN e.first_date AND e.last_date
     GROUP BY 1, 2, 3
), kind AS (
    SELECT DISTINCT source, data_type FROM delivered
), counted AS (
    SELECT k.source, k.data_type, count(d.days)::integer AS participants, count(*)::integer AS participants_of_source,
           coalesce(sum(d.days), 0)::bigint AS days, sum(e.last_date - e.first_date + 1)::bigint AS days_expected,
           coalesce(sum(d.samples), 0)::bigint AS samples
      FROM kind k
      JOIN expected e USING (source)
      LEFT JOIN delivered d USING (source, participant_id, data_type)
     GROUP BY 1, 2
)
SELECT c.source, c.data_type, c.participants, c.participants_of_source, c.days::integer AS days, c.days_expected::integer AS days_expected,
       c.days::double precision / c.days_expected AS share, analytics.share_low(c.days, c.days_expected) AS share_low,
       analytics.share_high(c.days, c.days_expected) AS share_high, c.samples, c.days_expected >= e.minimum AS enough
  FROM counted c
 CROSS JOIN evidence e
 ORDER BY enough DESC, share, 1, 2;

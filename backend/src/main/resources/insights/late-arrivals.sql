-- Hours from the end of the local day to the delivery that is in effect now, by source and data type. What a backfill or an import
-- brought in is late by nature.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
)
SELECT f.source, f.data_type,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY f.hours_after_day) AS median_hours,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY f.hours_after_day) AS ninety_percent_hours,
       max(f.hours_after_day) AS longest_hours,
       count(*) FILTER (WHERE f.hours_after_day > 48)::integer AS later_than_two_days,
       count(*)::integer AS days, count(DISTINCT f.participant_id)::integer AS participants
  FROM asked a
  JOIN analytics.fact_delivery f
       ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
       AND f.local_date BETWEEN a.first_date AND a.last_date
 WHERE f.hours_after_day IS NOT NULL
 GROUP BY 1, 2
 ORDER BY 3 DESC, 1, 2;

-- Hours from the end of the local day to the delivery that is in effect now, by source and data type. What a backfill or an import
-- brought in is late by nature.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days of a data type.
    VALUES (7)
), arrival AS (
    SELECT f.source, f.data_type, f.participant_id, f.hours_after_day, count(*) OVER (PARTITION BY f.source, f.data_type) AS days
      FROM asked a
      JOIN analytics.fact_delivery f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.hours_after_day IS NOT NULL
)
SELECT r.source, r.data_type, percentile_cont(0.5) WITHIN GROUP (ORDER BY r.hours_after_day) AS median_hours,
       percentile_disc(0.5 - analytics.margin_of_median(r.days)) WITHIN GROUP (ORDER BY r.hours_after_day) AS median_hours_low,
       percentile_disc(0.5 + analytics.margin_of_median(r.days)) WITHIN GROUP (ORDER BY r.hours_after_day) AS median_hours_high,
       percentile_cont(0.9) WITHIN GROUP (ORDER BY r.hours_after_day) AS ninety_percent_hours,
       max(r.hours_after_day) AS longest_hours,
       count(*) FILTER (WHERE r.hours_after_day > 48)::integer AS later_than_two_days,
       r.days::integer AS days, count(DISTINCT r.participant_id)::integer AS participants, r.days >= e.minimum AS enough
  FROM arrival r
 CROSS JOIN evidence e
 GROUP BY r.source, r.data_type, r.days, e.minimum
 ORDER BY enough DESC, 3 DESC, 1, 2;

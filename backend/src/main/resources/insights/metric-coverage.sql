-- Mean coverage of the days by source and metric, least first; of an occasional metric nothing is expected.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days of a metric.
    VALUES (7)
), covered AS (
    SELECT f.source, f.metric, m.metric_name, count(DISTINCT f.participant_id)::integer AS participants,
           count(*)::integer AS days, count(*) FILTER (WHERE f.count > 0)::integer AS days_with_samples,
           avg(f.coverage) AS coverage, analytics.margin_of_mean(count(f.coverage), stddev_samp(f.coverage)) AS margin,
           sum(f.count)::bigint AS samples
      FROM asked a
      JOIN analytics.fact_daily_metric f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
      JOIN analytics.dim_metric m ON m.metric_id = f.metric_id
     GROUP BY 1, 2, 3
)
SELECT c.source, c.metric, c.metric_name, c.participants, c.days, c.days_with_samples, c.coverage,
       analytics.at_least_zero(c.coverage - c.margin) AS coverage_low,
       CASE WHEN c.margin IS NOT NULL THEN least(1, c.coverage + c.margin) END AS coverage_high,
       c.samples, c.days >= e.minimum AS enough
  FROM covered c
 CROSS JOIN evidence e
 ORDER BY enough DESC, c.coverage NULLS LAST, 1, 2;

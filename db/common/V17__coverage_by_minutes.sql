-- Roll-ups learn how many minutes they have samples of (V17_1 of each engine), and coverage goes by it. What reads them in the star schema
-- is made again from R__star_schema.sql.
DROP VIEW IF EXISTS analytics.daily_overview, analytics.fact_heart_rate_hour, analytics.fact_hourly_metric, analytics.fact_daily_metric;
DROP FUNCTION IF EXISTS analytics.summary_of(integer, timestamptz, timestamptz);

-- How many minutes of an hour or a day have at least one sample. An aggregate takes no new column, so both are made anew and are empty at
-- first; all days they had are marked, and so made from the samples until the refresher has been there.
INSERT INTO rollup_dirty (series_id, day)
SELECT series_id, (bucket AT TIME ZONE 'UTC')::date FROM rollup_1d ORDER BY 1, 2
ON CONFLICT (series_id, day) DO UPDATE SET generation = nextval('rollup_generation');

DROP FUNCTION rollup_1d_of(integer, timestamptz, timestamptz);
DROP FUNCTION rollup_1h_of(integer, timestamptz, timestamptz);
DROP MATERIALIZED VIEW rollup_1d;
DROP MATERIALIZED VIEW rollup_1h;

CREATE MATERIALIZED VIEW rollup_1h
  WITH (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.create_group_indexes = false) AS
SELECT time_bucket(INTERVAL '1 hour', bucket) AS bucket, series_id,
       sum(count)::bigint AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max, count(*) AS minutes
  FROM rollup_1m GROUP BY 2, 1
WITH NO DATA;

CREATE MATERIALIZED VIEW rollup_1d
  WITH (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.create_group_indexes = false) AS
SELECT time_bucket(INTERVAL '1 day', bucket) AS bucket, series_id,
       sum(count)::bigint AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max, sum(minutes)::bigint AS minutes
  FROM rollup_1h GROUP BY 2, 1
WITH NO DATA;
CREATE INDEX rollup_1h_series ON rollup_1h (series_id, bucket);
CREATE INDEX rollup_1d_series ON rollup_1d (series_id, bucket);
ALTER MATERIALIZED VIEW rollup_1h SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'bucket'
);
ALTER MATERIALIZED VIEW rollup_1d SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'bucket'
);
COMMENT ON VIEW rollup_1d IS 'Days in UTC; a person''s day is made from hours or minutes instead.';

-- As rollup_fresh of V5, and the minutes; minutes themselves need none and are read as before.
CREATE FUNCTION rollup_fresh_minutes(width interval, series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real, minutes integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 AS $$
    SELECT fresh.* FROM rollup_dirty d
     CROSS JOIN LATERAL (
           SELECT time_bucket($1, m.minute) AS bucket, sum(m.count)::integer, sum(m.sum), min(m.min), max(m.max), count(*)::integer
             FROM (SELECT time_bucket(INTERVAL '1 minute', s.ts) AS minute, count(*) AS count, sum(s.value::double precision) AS sum,
                          min(s.value) AS min, max(s.value) AS max
                     FROM sample s
                    WHERE s.series_id = d.series_id
                      AND s.ts >= d.day AT TIME ZONE 'UTC' AND s.ts < (d.day + 1) AT TIME ZONE 'UTC'
                      AND s.ts >= $3 AND s.ts < $4 + $1
                    GROUP BY 1) m
            GROUP BY 1) AS fresh
     WHERE d.series_id = $2 AND d.day >= ($3 AT TIME ZONE 'UTC')::date AND d.day <= ($4 AT TIME ZONE 'UTC')::date
       AND fresh.bucket >= $3 AND fresh.bucket < $4
$$;

CREATE FUNCTION rollup_1h_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real, minutes integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 720 AS $$
    SELECT r.bucket, r.count::integer, r.sum, r.min, r.max, r.minutes::integer FROM rollup_1h r
     WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
       AND NOT EXISTS (SELECT FROM rollup_dirty d WHERE d.series_id = $1 AND d.day = (r.bucket AT TIME ZONE 'UTC')::date)
     UNION ALL
    SELECT f.bucket, f.count, f.sum, f.min, f.max, f.minutes FROM rollup_fresh_minutes(INTERVAL '1 hour', $1, $2, $3) f
$$;

CREATE FUNCTION rollup_1d_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real, minutes integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 365 AS $$
    SELECT r.bucket, r.count::integer, r.sum, r.min, r.max, r.minutes::integer FROM rollup_1d r
     WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
       AND NOT EXISTS (SELECT FROM rollup_dirty d WHERE d.series_id = $1 AND d.day = (r.bucket AT TIME ZONE 'UTC')::date)
     UNION ALL
    SELECT f.bucket, f.count, f.sum, f.min, f.max, f.minutes FROM rollup_fresh_minutes(INTERVAL '1 day', $1, $2, $3) f
$$;

-- How everything above the store reads roll-ups: buckets of one series that start in [start, stop). An aggregate speaks for the days
-- that are not marked; what is marked is made from the samples, so that an answer right after a commit is exact.
CREATE FUNCTION rollup_fresh(width interval, series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100 AS $$
    SELECT fresh.* FROM rollup_dirty d
     CROSS JOIN LATERAL (
           SELECT time_bucket($1, s.ts) AS bucket, count(*)::integer, sum(s.value::double precision), min(s.value), max(s.value)
             FROM sample s
            WHERE s.series_id = d.series_id
              AND s.ts >= d.day AT TIME ZONE 'UTC' AND s.ts < (d.day + 1) AT TIME ZONE 'UTC'
              AND s.ts >= $3 AND s.ts < $4 + $1
            GROUP BY 1) AS fresh
     WHERE d.series_id = $2 AND d.day >= ($3 AT TIME ZONE 'UTC')::date AND d.day <= ($4 AT TIME ZONE 'UTC')::date
       AND fresh.bucket >= $3 AND fresh.bucket < $4
$$;

CREATE FUNCTION rollup_1m_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1440 AS $$
    SELECT r.bucket, r.count::integer, r.sum, r.min, r.max FROM rollup_1m r
     WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
       AND NOT EXISTS (SELECT FROM rollup_dirty d WHERE d.series_id = $1 AND d.day = (r.bucket AT TIME ZONE 'UTC')::date)
     UNION ALL
    SELECT f.bucket, f.count, f.sum, f.min, f.max FROM rollup_fresh(INTERVAL '1 minute', $1, $2, $3) f
$$;

CREATE FUNCTION rollup_1h_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 720 AS $$
    SELECT r.bucket, r.count::integer, r.sum, r.min, r.max FROM rollup_1h r
     WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
       AND NOT EXISTS (SELECT FROM rollup_dirty d WHERE d.series_id = $1 AND d.day = (r.bucket AT TIME ZONE 'UTC')::date)
     UNION ALL
    SELECT f.bucket, f.count, f.sum, f.min, f.max FROM rollup_fresh(INTERVAL '1 hour', $1, $2, $3) f
$$;

CREATE FUNCTION rollup_1d_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 365 AS $$
    SELECT r.bucket, r.count::integer, r.sum, r.min, r.max FROM rollup_1d r
     WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
       AND NOT EXISTS (SELECT FROM rollup_dirty d WHERE d.series_id = $1 AND d.day = (r.bucket AT TIME ZONE 'UTC')::date)
     UNION ALL
    SELECT f.bucket, f.count, f.sum, f.min, f.max FROM rollup_fresh(INTERVAL '1 day', $1, $2, $3) f
$$;

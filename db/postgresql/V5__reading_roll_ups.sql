-- How everything above the store reads roll-ups: buckets of one series that start in [start, stop). On TimescaleDB the functions of the
-- same names add what its aggregates do not hold yet.
CREATE FUNCTION rollup_1m_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1440 AS $$
    SELECT r.bucket, r.count, r.sum, r.min, r.max FROM rollup_1m r WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
$$;

CREATE FUNCTION rollup_1h_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 720 AS $$
    SELECT r.bucket, r.count, r.sum, r.min, r.max FROM rollup_1h r WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
$$;

CREATE FUNCTION rollup_1d_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 365 AS $$
    SELECT r.bucket, r.count, r.sum, r.min, r.max FROM rollup_1d r WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
$$;

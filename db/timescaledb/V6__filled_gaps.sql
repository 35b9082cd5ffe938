-- Means for the buckets without samples that lie between two with samples no more than max_gap apart; never beyond the first or the last.
-- Buckets of the given width are counted from start; neighbours outside [start, stop) count as well. Method: interpolate or locf.
CREATE FUNCTION rollup_filled(width interval, series integer, start timestamptz, stop timestamptz, method text, max_gap interval)
RETURNS TABLE (bucket timestamptz, value double precision)
-- A function with a setting is never put into its caller's query, where width and bounds would not be simple expressions any more.
LANGUAGE sql STABLE SET search_path = public AS $$
    -- TimescaleDB counts buckets from an origin of its own: everything is shifted by how far start is from there. Its bounds must be
    -- expressions of the parameters alone.
    WITH reach AS (
        SELECT $3 - time_bucket($1, $3) AS shift,
               $1 * (ceil(extract(epoch FROM $6) / extract(epoch FROM $1)) + 1)::double precision AS far
    ), known AS (
        SELECT time_bucket($1, r.bucket - shift) AS at, sum(r.sum) / sum(r.count) AS mean
          FROM reach CROSS JOIN LATERAL rollup_1m_of($2, $3 - far, $4 + far) r GROUP BY 1
    ), grid AS (
        SELECT time_bucket_gapfill(
                   bucket_width => $1, ts => k.at,
                   start => time_bucket($1, $3) - $1 * (ceil(extract(epoch FROM $6) / extract(epoch FROM $1)) + 1)::double precision,
                   finish => time_bucket($1, $4) + $1 * (ceil(extract(epoch FROM $6) / extract(epoch FROM $1)) + 1)::double precision) AS at,
               max(k.at) AS known_at, interpolate(avg(k.mean)) AS interpolated, locf(avg(k.mean)) AS carried
          FROM known k GROUP BY 1
    ), gaps AS (
        SELECT at, known_at, interpolated, carried,
               max(known_at) OVER (ORDER BY at) AS previous, min(known_at) OVER (ORDER BY at DESC) AS next
          FROM grid
    )
    SELECT g.at + shift, CASE $5 WHEN 'locf' THEN g.carried ELSE g.interpolated END
      FROM gaps g CROSS JOIN reach
     WHERE g.known_at IS NULL AND g.next - g.previous - $1 <= $6 AND g.at + shift >= $3 AND g.at + shift < $4
     ORDER BY g.at
$$;

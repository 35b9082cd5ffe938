-- Means for the buckets without samples that lie between two with samples no more than max_gap apart; never beyond the first or the last.
-- Buckets of the given width are counted from start; neighbours outside [start, stop) count as well. Method: interpolate or locf.
CREATE FUNCTION rollup_filled(width interval, series integer, start timestamptz, stop timestamptz, method text, max_gap interval)
RETURNS TABLE (bucket timestamptz, value double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH reach AS (
        SELECT $1 * (ceil(extract(epoch FROM $6) / extract(epoch FROM $1)) + 1)::double precision AS far
    ), known AS (
        SELECT date_bin($1, r.bucket, $3) AS at, sum(r.sum) / sum(r.count) AS mean
          FROM reach CROSS JOIN LATERAL rollup_1m_of($2, $3 - far, $4 + far) r GROUP BY 1
    ), neighbours AS (
        SELECT at, mean, lead(at) OVER (ORDER BY at) AS next, lead(mean) OVER (ORDER BY at) AS next_mean FROM known
    )
    SELECT gap.at,
           CASE $5 WHEN 'locf' THEN n.mean
                   ELSE n.mean + (n.next_mean - n.mean) * (extract(epoch FROM gap.at - n.at) / extract(epoch FROM n.next - n.at))::double precision
           END
      FROM neighbours n CROSS JOIN LATERAL generate_series(n.at + $1, n.next - $1, $1) AS gap(at)
     WHERE n.next - n.at - $1 <= $6 AND gap.at >= $3 AND gap.at < $4
     ORDER BY gap.at
$$;

-- How many minutes of an hour or a day have at least one sample.
ALTER TABLE rollup_1h ADD COLUMN minutes integer;
UPDATE rollup_1h h SET minutes = m.minutes
  FROM (SELECT series_id, date_bin('1 hour', bucket, 'epoch') AS bucket, count(*) AS minutes FROM rollup_1m GROUP BY 1, 2) m
 WHERE m.series_id = h.series_id AND m.bucket = h.bucket;
UPDATE rollup_1h SET minutes = 0 WHERE minutes IS NULL;
ALTER TABLE rollup_1h ALTER COLUMN minutes SET NOT NULL;

ALTER TABLE rollup_1d ADD COLUMN minutes integer;
UPDATE rollup_1d d SET minutes = h.minutes
  FROM (SELECT series_id, date_bin('1 day', bucket, 'epoch') AS bucket, sum(minutes) AS minutes FROM rollup_1h GROUP BY 1, 2) h
 WHERE h.series_id = d.series_id AND h.bucket = d.bucket;
UPDATE rollup_1d SET minutes = 0 WHERE minutes IS NULL;
ALTER TABLE rollup_1d ALTER COLUMN minutes SET NOT NULL;

DROP FUNCTION rollup_1h_of(integer, timestamptz, timestamptz);
CREATE FUNCTION rollup_1h_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real, minutes integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 720 AS $$
    SELECT r.bucket, r.count, r.sum, r.min, r.max, r.minutes FROM rollup_1h r WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
$$;

DROP FUNCTION rollup_1d_of(integer, timestamptz, timestamptz);
CREATE FUNCTION rollup_1d_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (bucket timestamptz, count integer, sum double precision, min real, max real, minutes integer)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 365 AS $$
    SELECT r.bucket, r.count, r.sum, r.min, r.max, r.minutes FROM rollup_1d r WHERE r.series_id = $1 AND r.bucket >= $2 AND r.bucket < $3
$$;

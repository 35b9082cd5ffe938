-- The star schema for analysis (docs/bi.md): views over what the service itself reads, so that nothing in it is ever stale. Flyway applies
-- this file again whenever it has changed. A view takes new columns at its end only; for any other change, and to change a column that a
-- view reads, a migration drops the view first.
CREATE SCHEMA IF NOT EXISTS analytics;
COMMENT ON SCHEMA analytics IS 'Facts and dimensions for analysis by local days; views, never stale.';

-- The first instant of a date in a zone. Where clocks go back over midnight, that comes twice and the earlier one counts.
CREATE OR REPLACE FUNCTION analytics.midnight(date date, zone text) RETURNS timestamptz
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ((($1::timestamp AT TIME ZONE $2 - interval '24 hours') AT TIME ZONE 'UTC'
                        + ($1::timestamp - ($1::timestamp AT TIME ZONE $2 - interval '24 hours') AT TIME ZONE $2)) AT TIME ZONE 'UTC')
                     AT TIME ZONE $2 >= $1::timestamp
                THEN least($1::timestamp AT TIME ZONE $2,
                           (($1::timestamp AT TIME ZONE $2 - interval '24 hours') AT TIME ZONE 'UTC'
                             + ($1::timestamp - ($1::timestamp AT TIME ZONE $2 - interval '24 hours') AT TIME ZONE $2)) AT TIME ZONE 'UTC')
                ELSE $1::timestamp AT TIME ZONE $2
           END
$$;

-- Count, sum, min and max of the samples of a series in [start, stop), and the whole minutes that have some: whole hours from roll-ups, what is
-- left from minutes, and what is left of those from samples. One row, also where there is nothing.
CREATE OR REPLACE FUNCTION analytics.summary_of(series integer, start timestamptz, stop timestamptz)
RETURNS TABLE (count bigint, sum double precision, min real, max real, minutes bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    SELECT coalesce(sum(part.count), 0)::bigint, sum(part.sum), min(part.min), max(part.max), coalesce(sum(part.minutes), 0)::bigint
      FROM (SELECT least(date_bin('1 hour', $2 + interval '59 minutes 59.999999 seconds', 'epoch'), $3) AS hours,
                   greatest(date_bin('1 hour', $3, 'epoch'),
                            least(date_bin('1 hour', $2 + interval '59 minutes 59.999999 seconds', 'epoch'), $3)) AS hours_end) h
     CROSS JOIN LATERAL (
           SELECT least(date_bin('1 minute', $2 + interval '59.999999 seconds', 'epoch'), h.hours) AS first,
                  greatest(date_bin('1 minute', h.hours, 'epoch'),
                           least(date_bin('1 minute', $2 + interval '59.999999 seconds', 'epoch'), h.hours)) AS first_end,
                  greatest(date_bin('1 minute', $3, 'epoch'), h.hours_end) AS last_end) m
     CROSS JOIN LATERAL (
           SELECT r.count, r.sum, r.min, r.max, r.minutes FROM public.rollup_1h_of($1, h.hours, h.hours_end) r
            UNION ALL
           SELECT r.count, r.sum, r.min, r.max, 1 FROM public.rollup_1m_of($1, m.first, m.first_end) r WHERE m.first < m.first_end
            UNION ALL
           SELECT r.count, r.sum, r.min, r.max, 1 FROM public.rollup_1m_of($1, h.hours_end, m.last_end) r WHERE h.hours_end < m.last_end
            UNION ALL
           SELECT count(*), sum(s.value::double precision), min(s.value), max(s.value), 0
             FROM public.sample s
            WHERE s.series_id = $1 AND s.ts >= $2 AND s.ts < m.first AND $2 < m.first
            UNION ALL
           SELECT count(*), sum(s.value::double precision), min(s.value), max(s.value), 0
             FROM public.sample s
            WHERE s.series_id = $1 AND s.ts >= m.first_end AND s.ts < h.hours AND m.first_end < h.hours
            UNION ALL
           SELECT count(*), sum(s.value::double precision), min(s.value), max(s.value), 0
             FROM public.sample s
            WHERE s.series_id = $1 AND s.ts >= m.last_end AND s.ts < $3 AND m.last_end < $3) part
$$;

-- What coverage counts (docs/data-quality.md): whole minutes with a sample; of a series that samples less often than every minute, samples.
CREATE OR REPLACE FUNCTION analytics.present_of(cadence integer, count bigint, minutes bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $1 BETWEEN 1 AND 60 THEN $3 ELSE $2 END $$;

CREATE OR REPLACE FUNCTION analytics.expected_of(cadence integer, seconds integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $1 = 0 THEN 0 WHEN $1 <= 60 THEN $2 / 60 ELSE $2 / $1 END $$;

CREATE OR REPLACE FUNCTION analytics.coverage_of(present bigint, expected integer) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $2 > 0 THEN least(1, $1::double precision / $2) END $$;

-- Of what was recorded of a series in [start, stop) that part that lies in worn time. By arithmetic where that is enough; not inlined, so that
-- roll-ups are planned only where they are read.
CREATE OR REPLACE FUNCTION analytics.present_worn(
    series integer, cadence integer, recorded bigint, start timestamptz, stop timestamptz, worn tstzmultirange) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    whole tstzmultirange := tstzmultirange(tstzrange(start, stop));
    off tstzmultirange := whole - worn;
BEGIN
    IF recorded = 0 OR isempty(off) THEN
        RETURN recorded;
    ELSIF isempty(whole * worn) THEN
        RETURN 0;
    ELSIF cadence <= 60 AND recorded = analytics.expected_of(cadence, extract(epoch FROM stop - start)::integer) THEN
        RETURN recorded - (SELECT sum(floor(extract(epoch FROM upper(r)) / 60) - ceil(extract(epoch FROM lower(r)) / 60)) FROM unnest(off) AS r);
    END IF;
    RETURN recorded - (SELECT coalesce(sum(analytics.present_of(cadence, f.count, f.minutes)), 0)
                         FROM unnest(off) AS r CROSS JOIN LATERAL analytics.summary_of(series, lower(r), upper(r)) f);
END
$$;

-- Minutes with a pulse, and when the watch was worn, in [start, stop), by the rules of docs/data-quality.md: made from the minutes with heart rate.
CREATE OR REPLACE FUNCTION analytics.wear_of(participant bigint, start timestamptz, stop timestamptz)
RETURNS TABLE (pulse_minutes integer, worn tstzmultirange)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    WITH heart AS (
        SELECT s.id, s.cadence FROM public.series s JOIN public.metric m ON m.id = s.metric_id
         WHERE s.participant_id = $1 AND m.key = 'heart_rate'
    ), gap AS (
        SELECT greatest(interval '10 minutes', 2 * max(cadence) * interval '1 second') + interval '1 minute' AS longest FROM heart
    ), minute AS (
        SELECT DISTINCT r.bucket FROM gap CROSS JOIN heart h
         CROSS JOIN LATERAL public.rollup_1m_of(h.id, $2 - 3 * gap.longest, $3 + 3 * gap.longest) r
    ), begun AS (
        SELECT bucket, (bucket - lag(bucket) OVER (ORDER BY bucket) <= gap.longest) IS NOT TRUE AS anew FROM minute CROSS JOIN gap
    ), numbered AS (
        SELECT bucket, count(*) FILTER (WHERE anew) OVER (ORDER BY bucket) AS stretch FROM begun
    ), stretch AS (
        SELECT greatest(min(bucket), $2) AS begins, least(max(bucket) + interval '1 minute', $3) AS ends FROM numbered
         GROUP BY stretch HAVING count(*) >= 3
    )
    SELECT (SELECT count(*) FROM minute WHERE bucket >= $2 AND bucket < $3)::integer,
           (SELECT coalesce(range_agg(tstzrange(begins, ends)), '{}'::tstzmultirange) FROM stretch WHERE begins < ends)
$$;

-- The sleeps of a date together: of sleeps that overlap the one with more sleep; no row where there is none. Asleep is what their levels say,
-- without short wakes; of a record without levels, what the vendor counted.
CREATE OR REPLACE FUNCTION analytics.sleep_on(participant bigint, date date)
RETURNS TABLE (sessions integer, minutes_asleep double precision, minutes_in_bed double precision, main boolean, nap_minutes double precision)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1 AS $$
DECLARE
    session record;
    asleep double precision;
    counted tstzmultirange := '{}';
BEGIN
    sessions := 0; minutes_asleep := 0; minutes_in_bed := 0; main := false; nap_minutes := 0;
    FOR session IN
        SELECT s.id, s.start_at, s.end_at, s.main, s.minutes_asleep FROM public.sleep_session s
         WHERE s.participant_id = participant AND s.local_date = date ORDER BY s.minutes_asleep DESC, s.start_at, s.external_id
    LOOP
        CONTINUE WHEN counted && tstzrange(session.start_at, session.end_at);
        counted := counted + tstzmultirange(tstzrange(session.start_at, session.end_at));
        SELECT CASE WHEN count(*) = 0 THEN session.minutes_asleep
                    ELSE coalesce(sum(g.seconds - w.seconds) FILTER (WHERE g.level IN ('deep', 'light', 'rem', 'asleep')), 0) / 60 END
          INTO asleep
          FROM public.sleep_stage g
         CROSS JOIN LATERAL (
               SELECT coalesce(sum(extract(epoch FROM least(g.start_at + g.seconds * interval '1 second', w.start_at + w.seconds * interval '1 second')
                                                      - greatest(g.start_at, w.start_at))), 0)::double precision AS seconds
                 FROM public.sleep_stage w
                WHERE w.session_id = session.id AND w.short_wake
                  AND w.start_at < g.start_at + g.seconds * interval '1 second' AND w.start_at + w.seconds * interval '1 second' > g.start_at) w
         WHERE g.session_id = session.id AND NOT g.short_wake;
        sessions := sessions + 1;
        minutes_asleep := minutes_asleep + asleep;
        minutes_in_bed := minutes_in_bed + extract(epoch FROM session.end_at - session.start_at) / 60;
        main := main OR session.main;
        nap_minutes := nap_minutes + CASE WHEN session.main THEN 0 ELSE asleep END;
    END LOOP;
    IF sessions > 0 THEN
        RETURN NEXT;
    END IF;
END
$$;

CREATE OR REPLACE VIEW analytics.zone_interval AS
SELECT participant_id, zone, valid_from, lead(valid_from, 1, 'infinity') OVER (PARTITION BY participant_id ORDER BY valid_from) AS valid_until
  FROM public.participant_zone;
COMMENT ON VIEW analytics.zone_interval IS 'One row for each zone that a participant lived in: from valid_from until before valid_until.';

CREATE OR REPLACE VIEW analytics.participant_source AS
SELECT p.id AS participant_id, o.id AS source_id, o.key AS source, first.local_date AS first_date, last.local_date AS last_date
  FROM public.participant p
 CROSS JOIN public.source o
 CROSS JOIN LATERAL (
       SELECT d.local_date FROM public.delivery d WHERE d.participant_id = p.id AND d.source_id = o.id AND d.revision > 0
        ORDER BY d.local_date LIMIT 1) first
 CROSS JOIN LATERAL (
       SELECT d.local_date FROM public.delivery d WHERE d.participant_id = p.id AND d.source_id = o.id AND d.revision > 0
        ORDER BY d.local_date DESC LIMIT 1) last;
COMMENT ON VIEW analytics.participant_source IS 'One row for each participant and source that delivered: first and last local date with a delivery.';

CREATE OR REPLACE VIEW analytics.dim_participant AS
SELECT p.id AS participant_id, p.external_id, p.name AS participant, z.zone,
       coalesce(p.enrolled_from, s.first_date) AS enrolled_from, p.enrolled_until,
       s.first_date, s.last_date, s.sources,
       (SELECT max(d.delivered_at) FROM public.delivery d WHERE d.participant_id = p.id) AS last_delivered_at
  FROM public.participant p
  LEFT JOIN LATERAL (
       SELECT zone FROM public.participant_zone z WHERE z.participant_id = p.id AND z.valid_from <= now()
        ORDER BY z.valid_from DESC LIMIT 1) z ON true
 CROSS JOIN LATERAL (
       SELECT min(s.first_date) AS first_date, max(s.last_date) AS last_date, string_agg(s.source, ', ' ORDER BY s.source) AS sources
         FROM analytics.participant_source s WHERE s.participant_id = p.id) s;
COMMENT ON VIEW analytics.dim_participant IS 'One row for each participant; zone is the one in force now, dates are local.';

CREATE OR REPLACE VIEW analytics.dim_date AS
SELECT d.day AS local_date,
       extract(year FROM d.day)::integer AS year, extract(quarter FROM d.day)::integer AS quarter,
       extract(month FROM d.day)::integer AS month, to_char(d.day, 'YYYY-MM') AS year_month,
       extract(day FROM d.day)::integer AS day_of_month, extract(doy FROM d.day)::integer AS day_of_year,
       extract(isoyear FROM d.day)::integer AS iso_year, extract(week FROM d.day)::integer AS iso_week,
       to_char(d.day, 'IYYY-"W"IW') AS iso_year_week, date_trunc('week', d.day::timestamp)::date AS week_start,
       extract(isodow FROM d.day)::integer AS weekday, trim(to_char(d.day, 'Day')) AS weekday_name,
       extract(isodow FROM d.day) >= 6 AS weekend
  FROM (SELECT date_trunc('year', min(first_date)::timestamp)::date AS first,
               (date_trunc('year', max(last_date)::timestamp) + interval '1 year')::date AS last
          FROM analytics.participant_source) span
 CROSS JOIN LATERAL (SELECT span.first + n AS day FROM generate_series(0, span.last - span.first - 1) AS n) d;
COMMENT ON VIEW analytics.dim_date IS 'One row for each date of the years with data; weekday is 1 for Monday, weeks are those of ISO 8601.';

CREATE OR REPLACE VIEW analytics.dim_metric AS
SELECT id AS metric_id, key AS metric, name AS metric_name, unit, display, kind, scope, family, present FROM public.metric;
COMMENT ON VIEW analytics.dim_metric IS 'One row for each metric of the catalogue.';

CREATE OR REPLACE VIEW analytics.dim_source AS
SELECT id AS source_id, key AS source FROM public.source;
COMMENT ON VIEW analytics.dim_source IS 'One row for each source.';

-- Bounds are found date by date, so that a condition on the date spares the others.
CREATE OR REPLACE VIEW analytics.participant_day AS
SELECT p.id AS participant_id, p.name AS participant, d.local_date, begin.start_at, finish.end_at,
       floor(extract(epoch FROM finish.end_at - begin.start_at))::integer AS seconds,
       begin.zone, finish.end_at > begin.valid_until AS moved,
       finish.end_at <= begin.valid_until AND extract(epoch FROM begin.start_at)::bigint % 3600 = 0
           AND extract(epoch FROM finish.end_at)::bigint % 3600 = 0 AS whole_hours,
       CASE WHEN finish.end_at > begin.valid_until THEN interval '1 minute'
            WHEN extract(epoch FROM finish.end_at - begin.start_at)::bigint % 3600 <> 0 THEN interval '15 minutes'
            ELSE interval '1 hour' END AS piece
  FROM public.participant p
 CROSS JOIN LATERAL (
       SELECT least(min(s.first_date), p.enrolled_from) AS first, max(s.last_date) AS last
         FROM analytics.participant_source s WHERE s.participant_id = p.id) span
 CROSS JOIN LATERAL (SELECT span.first + n AS local_date FROM generate_series(0, span.last - span.first) AS n) d
 CROSS JOIN LATERAL (
       SELECT z.zone, z.valid_until, greatest(analytics.midnight(d.local_date, z.zone), z.valid_from) AS start_at
         FROM analytics.zone_interval z
        WHERE z.participant_id = p.id AND greatest(analytics.midnight(d.local_date, z.zone), z.valid_from) < z.valid_until
        ORDER BY z.valid_from LIMIT 1) begin
 CROSS JOIN LATERAL (
       SELECT greatest(analytics.midnight(d.local_date + 1, z.zone), z.valid_from) AS end_at
         FROM analytics.zone_interval z
        WHERE z.participant_id = p.id AND greatest(analytics.midnight(d.local_date + 1, z.zone), z.valid_from) < z.valid_until
        ORDER BY z.valid_from LIMIT 1) finish
 WHERE finish.end_at > begin.start_at;
COMMENT ON VIEW analytics.participant_day IS 'One row for each local day of a participant from the first to the last delivery, with data or not; a day that never was has none.';

-- What a participant's sources measure on a day, whether it counts only while the watch is worn, and whether its source tells of wear. A function is
-- never mixed into the joins around it: days come first, then their series.
CREATE OR REPLACE FUNCTION analytics.series_on(participant bigint, date date)
RETURNS TABLE (series_id integer, metric_id integer, metric text, kind text, source_id smallint, source text, device text, cadence integer,
               worn_only boolean, wear_told boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    SELECT s.id, m.id, m.key, m.kind, o.source_id, o.source, s.device, CASE m.present WHEN 'occasional' THEN 0 ELSE s.cadence END,
           m.scope = 'intraday' AND m.present = 'always' AND m.key <> 'heart_rate',
           EXISTS (SELECT FROM public.series h JOIN public.metric k ON k.id = h.metric_id AND k.key = 'heart_rate'
                    WHERE h.participant_id = $1 AND h.source_id = s.source_id)
      FROM analytics.participant_source o
      JOIN public.series s ON s.participant_id = $1 AND s.source_id = o.source_id
      JOIN public.metric m ON m.id = s.metric_id
     WHERE o.participant_id = $1 AND $2 BETWEEN o.first_date AND o.last_date
    OFFSET 0
$$;

-- Wear of a local day: what is kept if it still holds, else made; no row where nothing tells of wear. Without heart rate, a whole day on which
-- nothing moved was not worn; and a day on which something moved is never one that was not worn.
CREATE OR REPLACE FUNCTION analytics.wear_on(participant bigint, date date, start timestamptz, stop timestamptz)
RETURNS TABLE (pulse_minutes integer, worn_minutes integer, day_minutes integer, share double precision, worn tstzmultirange, basis text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    SELECT told.pulse_minutes, told.worn_minutes, told.day_minutes, told.worn_minutes::double precision / nullif(told.day_minutes, 0), told.worn, told.basis
      FROM (SELECT w.pulse_minutes, w.worn_minutes, day.minutes AS day_minutes, w.worn,
                   CASE WHEN w.worn_minutes > 0 THEN 'heart-rate'
                        WHEN public.movement_on($1, $2, $3, $4) THEN NULL
                        WHEN w.pulse_minutes > 0 OR day.delivered AND EXISTS (
                                 SELECT FROM public.series h JOIN public.metric k ON k.id = h.metric_id AND k.key = 'heart_rate'
                                  WHERE h.participant_id = $1) THEN 'heart-rate'
                        WHEN NOT public.movement_on($1, $2, $3, $4) THEN 'movement' END AS basis
              FROM (SELECT coalesce(sum(e.revision), 0)::bigint AS state,
                           coalesce(bool_or(e.local_date = $2 AND e.revision > 0 AND (e.samples > 0
                               OR EXISTS (SELECT FROM public.delivery f WHERE f.participant_id = $1 AND f.source_id = e.source_id
                                                                          AND f.local_date = $2 AND f.samples > 0))), false) AS delivered,
                           floor(extract(epoch FROM $4 - $3) / 60)::integer AS minutes
                      FROM public.source o JOIN public.delivery e ON e.source_id = o.id
                     WHERE e.participant_id = $1 AND e.data_type = 'heart_rate' AND e.local_date BETWEEN $2 - 1 AND $2 + 1) day
              LEFT JOIN public.wear_day kept ON kept.participant_id = $1 AND kept.local_date = $2 AND kept.start_at = $3 AND kept.end_at = $4
                    AND kept.state = day.state AND day.state > 0
             CROSS JOIN LATERAL (
                   SELECT kept.pulse_minutes, kept.worn_minutes, kept.worn WHERE kept.state IS NOT NULL
                    UNION ALL
                   SELECT made.pulse_minutes,
                          (SELECT coalesce(floor(extract(epoch FROM sum(upper(r) - lower(r))) / 60), 0) FROM unnest(made.worn) AS r)::integer, made.worn
                     FROM analytics.wear_of($1, $3, $4) made WHERE kept.state IS NULL) w) told
     WHERE told.basis IS NOT NULL
$$;

-- Whether the watch was off all of a local day, as far as anything tells. Not inlined: most rows that ask are decided before.
CREATE OR REPLACE FUNCTION analytics.is_unworn(participant bigint, date date) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
    RETURN EXISTS (SELECT FROM analytics.participant_day d
                    CROSS JOIN LATERAL analytics.wear_on(d.participant_id, d.local_date, d.start_at, d.end_at) w
                    WHERE d.participant_id = $1 AND d.local_date = $2 AND w.worn_minutes = 0);
END
$$;

CREATE OR REPLACE VIEW analytics.fact_daily_metric AS
SELECT d.participant_id, d.local_date, s.metric_id, s.metric, s.source_id, s.source, s.device,
       CASE WHEN s.worn_only AND w.worn_minutes = 0 THEN NULL WHEN s.kind = 'amount' THEN f.sum ELSE f.sum / nullif(f.count, 0) END AS value,
       f.sum, f.sum / nullif(f.count, 0) AS mean, f.min, f.max, f.count,
       c.present, analytics.expected_of(s.cadence, d.seconds) AS expected,
       CASE WHEN c.known THEN analytics.coverage_of(c.present, analytics.expected_of(s.cadence, d.seconds)) END AS coverage,
       s.series_id
  FROM analytics.participant_day d
  LEFT JOIN LATERAL analytics.wear_on(d.participant_id, d.local_date, d.start_at, d.end_at) w ON true
 CROSS JOIN LATERAL analytics.series_on(d.participant_id, d.local_date) s
 CROSS JOIN LATERAL analytics.summary_of(s.series_id, d.start_at, d.end_at) f
 CROSS JOIN LATERAL (SELECT analytics.present_of(s.cadence, f.count, f.minutes) AS there,
                            NOT s.worn_only OR f.count = 0
                                OR coalesce(w.basis = 'movement' OR s.wear_told AND w.basis IS NOT NULL, false) AS known) r
 CROSS JOIN LATERAL (SELECT CASE WHEN s.worn_only AND r.known AND f.count > 0
                                 THEN analytics.present_worn(s.series_id, s.cadence, r.there, d.start_at, d.end_at, w.worn)
                                 ELSE r.there END AS present, r.known) c;
COMMENT ON VIEW analytics.fact_daily_metric IS 'One row for each local day, metric, source and device, from the samples; without samples, count is 0. value is the sum of an amount and the mean of a gauge; null where the watch was off all day. present and expected are whole minutes, of a series that samples less often samples; of what counts only while the watch is worn, those of worn time. coverage is null where the wear is unknown.';

-- Where every local hour begins with an hour of UTC, hours are read, and else minutes; these are first joined to the longest pieces that no
-- change of the clock cuts.
CREATE OR REPLACE VIEW analytics.fact_hourly_metric AS
SELECT d.participant_id, d.local_date, h.hour, h.utc_offset, s.metric_id, s.metric, s.source_id, s.source, s.device,
       CASE s.kind WHEN 'amount' THEN h.sum ELSE h.sum / h.count END AS value,
       h.sum, h.sum / h.count AS mean, h.min, h.max, h.count,
       c.present, analytics.expected_of(s.cadence, 3600) AS expected,
       CASE WHEN c.known THEN analytics.coverage_of(c.present, analytics.expected_of(s.cadence, 3600)) END AS coverage
  FROM analytics.participant_day d
  LEFT JOIN LATERAL analytics.wear_on(d.participant_id, d.local_date, d.start_at, d.end_at) w ON true
 CROSS JOIN LATERAL analytics.series_on(d.participant_id, d.local_date) s
 CROSS JOIN LATERAL (
       SELECT extract(hour FROM wall.time)::integer AS hour, wall.time - r.start_at AT TIME ZONE 'UTC' AS utc_offset,
              min(date_trunc('hour', wall.time)) AS wall_hour,
              sum(r.count)::bigint AS count, sum(r.sum) AS sum, min(r.min) AS min, max(r.max) AS max, sum(r.minutes)::bigint AS minutes
         FROM (SELECT date_bin(d.piece, b.bucket, d.start_at) AS start_at,
                      sum(b.count) AS count, sum(b.sum) AS sum, min(b.min) AS min, max(b.max) AS max, sum(b.minutes) AS minutes
                 FROM (SELECT a.* FROM public.rollup_1h_of(s.series_id, d.start_at, d.end_at) a WHERE d.whole_hours
                        UNION ALL
                       SELECT a.*, 1 FROM public.rollup_1m_of(s.series_id, d.start_at, d.end_at) a WHERE NOT d.whole_hours) b
                GROUP BY 1) r
        CROSS JOIN LATERAL (
              SELECT r.start_at AT TIME ZONE CASE WHEN d.moved THEN (
                         SELECT z.zone FROM public.participant_zone z
                          WHERE z.participant_id = d.participant_id AND z.valid_from <= r.start_at ORDER BY z.valid_from DESC LIMIT 1)
                     ELSE d.zone END AS time) wall
        GROUP BY 1, 2) h
 CROSS JOIN LATERAL (SELECT analytics.present_of(s.cadence, h.count, h.minutes) AS there,
                            (h.wall_hour - h.utc_offset) AT TIME ZONE 'UTC' AS start_at,
                            NOT s.worn_only OR coalesce(w.basis = 'movement' OR s.wear_told AND w.basis IS NOT NULL, false) AS known) r
 CROSS JOIN LATERAL (SELECT CASE WHEN s.worn_only AND r.known
                                 THEN analytics.present_worn(s.series_id, s.cadence, r.there, greatest(r.start_at, d.start_at),
                                                             least(r.start_at + interval '1 hour', d.end_at), w.worn)
                                 ELSE r.there END AS present, r.known) c;
COMMENT ON VIEW analytics.fact_hourly_metric IS 'One row for each local hour with samples, metric, source and device. An hour that comes twice because clocks go back has two rows, told apart by utc_offset.';

CREATE OR REPLACE VIEW analytics.fact_heart_rate_hour AS
SELECT participant_id, local_date, hour, utc_offset, source_id, source, device, mean AS mean_bpm, min AS min_bpm, max AS max_bpm,
       count, present, expected, coverage
  FROM analytics.fact_hourly_metric WHERE metric = 'heart_rate';
COMMENT ON VIEW analytics.fact_heart_rate_hour IS 'One row for each local hour with heart rate, source and device.';

-- Steps decide most days: on one with steps the watch was not off. A total of 0 kcal says that the vendor has not added up the day: a body at rest spends
-- energy.
CREATE OR REPLACE VIEW analytics.fact_vendor_daily AS
SELECT v.participant_id, v.local_date, m.id AS metric_id, m.key AS metric, v.source_id, o.key AS source, v.value, m.unit
  FROM public.daily_value v
  JOIN public.metric m ON m.id = v.metric_id
  JOIN public.source o ON o.id = v.source_id
  LEFT JOIN (SELECT s.participant_id, s.local_date, max(s.value) AS steps
               FROM public.daily_value s JOIN public.metric k ON k.id = s.metric_id AND k.key = 'daily_steps' GROUP BY 1, 2) walked
       ON walked.participant_id = v.participant_id AND walked.local_date = v.local_date
 WHERE NOT (m.kind = 'amount' AND m.family <> 'sleep' AND EXISTS (
                SELECT FROM public.daily_value z JOIN public.metric k ON k.id = z.metric_id AND k.key = 'daily_calories'
                 WHERE z.participant_id = v.participant_id AND z.local_date = v.local_date AND z.source_id = v.source_id AND z.value = 0))
   AND CASE WHEN m.family = 'sleep' THEN v.value > 0 OR EXISTS (
                     SELECT FROM public.sleep_session s WHERE s.participant_id = v.participant_id AND s.local_date = v.local_date)
            WHEN walked.steps > 0 THEN true
            ELSE NOT analytics.is_unworn(v.participant_id, v.local_date) END;
COMMENT ON VIEW analytics.fact_vendor_daily IS 'One row for each of the vendor''s daily values that counts: not those of a day on which the watch was off, no sums of a day that the vendor has not added up, nor zero minutes asleep without a sleep record.';

CREATE OR REPLACE VIEW analytics.fact_wear AS
SELECT d.participant_id, d.local_date, w.pulse_minutes, w.worn_minutes, w.day_minutes, w.share, w.basis
  FROM analytics.participant_day d
 CROSS JOIN LATERAL analytics.wear_on(d.participant_id, d.local_date, d.start_at, d.end_at) w;
COMMENT ON VIEW analytics.fact_wear IS 'One row for each local day of which something tells of wear: how long the watch was worn. basis is heart-rate, or movement where there is none and nothing moved all day.';

CREATE OR REPLACE VIEW analytics.fact_sleep_session AS
SELECT s.id AS session_id, s.participant_id, s.local_date, s.source_id, o.key AS source, s.main, s.classic, s.start_at, s.end_at,
       s.start_at AT TIME ZONE z.zone AS local_start, s.end_at AT TIME ZONE y.zone AS local_end,
       s.minutes_asleep, s.minutes_awake, s.minutes_in_bed, s.efficiency
  FROM public.sleep_session s
  JOIN public.source o ON o.id = s.source_id
  LEFT JOIN LATERAL (
       SELECT zone FROM public.participant_zone z WHERE z.participant_id = s.participant_id AND z.valid_from <= s.start_at
        ORDER BY z.valid_from DESC LIMIT 1) z ON true
  LEFT JOIN LATERAL (
       SELECT zone FROM public.participant_zone z WHERE z.participant_id = s.participant_id AND z.valid_from <= s.end_at
        ORDER BY z.valid_from DESC LIMIT 1) y ON true;
COMMENT ON VIEW analytics.fact_sleep_session IS 'One row for each sleep, by the local date on which it ended; local_start and local_end are wall time.';

CREATE OR REPLACE VIEW analytics.fact_sleep_stage AS
SELECT session.session_id, session.participant_id, session.local_date, session.source, session.main, level.level, level.minutes
  FROM analytics.fact_sleep_session session
 CROSS JOIN LATERAL (
       SELECT part.level, sum(part.seconds) / 60.0::double precision AS minutes
         FROM (SELECT g.level, g.seconds::double precision AS seconds FROM public.sleep_stage g
                WHERE g.session_id = session.session_id AND NOT g.short_wake
                UNION ALL
               SELECT taken.level, taken.sign * overlap.seconds
                 FROM public.sleep_stage w
                 JOIN public.sleep_stage g ON g.session_id = w.session_id AND NOT g.short_wake
                CROSS JOIN LATERAL (
                      SELECT extract(epoch FROM least(g.start_at + g.seconds * interval '1 second', w.start_at + w.seconds * interval '1 second')
                                              - greatest(g.start_at, w.start_at))::double precision AS seconds) overlap
                CROSS JOIN LATERAL (VALUES (g.level, -1), ('wake', 1)) AS taken(level, sign)
                WHERE w.session_id = session.session_id AND w.short_wake AND overlap.seconds > 0) part
        GROUP BY part.level) level;
COMMENT ON VIEW analytics.fact_sleep_stage IS 'One row for each sleep and level: minutes; a short wake takes its time from the stage that it lies on.';

CREATE OR REPLACE VIEW analytics.fact_workout AS
SELECT w.participant_id, w.local_date, d.source_id, o.key AS source, w.external_id, w.name AS activity, w.start_at,
       w.start_at AT TIME ZONE z.zone AS local_start, w.seconds, w.steps, w.calories AS calories_kcal, w.distance AS distance_m
  FROM public.workout w
  JOIN public.delivery d ON d.id = w.delivery_id
  JOIN public.source o ON o.id = d.source_id
  LEFT JOIN LATERAL (
       SELECT zone FROM public.participant_zone z WHERE z.participant_id = w.participant_id AND z.valid_from <= w.start_at
        ORDER BY z.valid_from DESC LIMIT 1) z ON true;
COMMENT ON VIEW analytics.fact_workout IS 'One row for each logged activity.';

CREATE OR REPLACE VIEW analytics.fact_delivery AS
SELECT d.participant_id, d.local_date, d.source_id, o.key AS source, d.data_type, d.samples, d.revision, d.delivered_at, d.range_end AS day_end_at,
       extract(epoch FROM d.delivered_at - d.range_end)::double precision / 3600 AS hours_after_day
  FROM public.delivery d JOIN public.source o ON o.id = d.source_id
 WHERE d.revision > 0;
COMMENT ON VIEW analytics.fact_delivery IS 'One row for each local day, source and data type that was delivered; delivered_at is when what is in effect now came.';

CREATE OR REPLACE VIEW analytics.fact_correction AS
SELECT r.id AS correction_id, r.participant_id, r.local_date, d.source_id, o.key AS source, d.data_type, r.arrived_at, r.trigger, r.outcome, r.shorter,
       r.samples_before, r.samples_after, c.added, c.removed, c.changed
  FROM public.redelivery r
  JOIN public.delivery d ON d.id = r.delivery_id
  JOIN public.source o ON o.id = d.source_id
 CROSS JOIN LATERAL (
       SELECT coalesce(sum(c.added), 0)::bigint AS added, coalesce(sum(c.removed), 0)::bigint AS removed, coalesce(sum(c.changed), 0)::bigint AS changed
         FROM public.correction c WHERE c.redelivery_id = r.id) c;
COMMENT ON VIEW analytics.fact_correction IS 'One row for each payload that came for a day that was in place already, and what it changed.';

-- Of several series of a metric the one with more samples speaks for the day, of several sources of a figure the first, as in the API; of steps, distance
-- and calories the vendor's value where there are no samples, or nothing but zeros while the vendor counted.
CREATE OR REPLACE VIEW analytics.daily_overview AS
SELECT d.participant_id, d.participant, d.local_date, d.zone, d.seconds / 3600.0::double precision AS hours,
       CASE WHEN f.steps IS NULL OR f.steps = 0 AND v.vendor_steps > 0 THEN v.vendor_steps ELSE f.steps END AS steps,
       CASE WHEN NOT (f.steps IS NULL OR f.steps = 0 AND v.vendor_steps > 0) THEN f.steps_coverage END AS steps_coverage,
       CASE WHEN f.distance_m IS NULL OR f.distance_m = 0 AND v.vendor_distance_m > 0 THEN v.vendor_distance_m ELSE f.distance_m END AS distance_m,
       CASE WHEN f.calories_kcal IS NULL OR f.calories_kcal = 0 AND v.vendor_calories_kcal > 0 THEN v.vendor_calories_kcal ELSE f.calories_kcal END AS calories_kcal,
       f.floors, f.zone_minutes,
       f.heart_rate_mean, f.heart_rate_min, f.heart_rate_max, f.heart_rate_coverage,
       v.resting_heart_rate, v.vendor_steps, v.vendor_distance_m, v.vendor_calories_kcal, v.active_calories_kcal,
       v.sedentary_minutes, v.lightly_active_minutes, v.fairly_active_minutes, v.very_active_minutes,
       v.fairly_active_minutes + v.very_active_minutes AS active_minutes,
       v.hrv_ms, v.breathing_rate, v.spo2,
       CASE WHEN s.sessions IS NULL THEN v.minutes_asleep WHEN s.main THEN s.minutes_asleep END AS minutes_asleep,
       CASE WHEN s.sessions IS NULL THEN v.minutes_in_bed WHEN s.main THEN s.minutes_in_bed END AS minutes_in_bed,
       coalesce(s.sessions, v.sleep_records) AS sleeps,
       w.worn_minutes, w.share AS wear_share, s.nap_minutes
  FROM analytics.participant_day d
  LEFT JOIN LATERAL analytics.wear_on(d.participant_id, d.local_date, d.start_at, d.end_at) w ON true
  LEFT JOIN LATERAL (
       SELECT max(best.value) FILTER (WHERE best.metric = 'steps') AS steps,
              max(best.coverage) FILTER (WHERE best.metric = 'steps') AS steps_coverage,
              max(best.value) FILTER (WHERE best.metric = 'distance') AS distance_m,
              max(best.value) FILTER (WHERE best.metric = 'calories') AS calories_kcal,
              max(best.value) FILTER (WHERE best.metric = 'floors') AS floors,
              max(best.value) FILTER (WHERE best.metric = 'active_zone_minutes') AS zone_minutes,
              max(best.value) FILTER (WHERE best.metric = 'heart_rate') AS heart_rate_mean,
              max(best.min) FILTER (WHERE best.metric = 'heart_rate') AS heart_rate_min,
              max(best.max) FILTER (WHERE best.metric = 'heart_rate') AS heart_rate_max,
              max(best.coverage) FILTER (WHERE best.metric = 'heart_rate') AS heart_rate_coverage
         FROM (SELECT DISTINCT ON (s.metric) s.metric, f.min, f.max,
                      CASE WHEN s.worn_only AND w.worn_minutes = 0 THEN NULL WHEN s.kind = 'amount' THEN f.sum ELSE f.sum / nullif(f.count, 0) END AS value,
                      CASE WHEN NOT s.worn_only OR f.count = 0
                           THEN analytics.coverage_of(analytics.present_of(s.cadence, f.count, f.minutes), analytics.expected_of(s.cadence, d.seconds))
                           WHEN w.basis = 'movement' OR s.wear_told AND w.basis IS NOT NULL
                           THEN analytics.coverage_of(
                                    analytics.present_worn(s.series_id, s.cadence, analytics.present_of(s.cadence, f.count, f.minutes), d.start_at, d.end_at, w.worn),
                                    analytics.expected_of(s.cadence, d.seconds)) END AS coverage
                 FROM analytics.series_on(d.participant_id, d.local_date) s
                CROSS JOIN LATERAL analytics.summary_of(s.series_id, d.start_at, d.end_at) f
                WHERE s.metric IN ('steps', 'distance', 'calories', 'floors', 'active_zone_minutes', 'heart_rate')
                ORDER BY s.metric, f.count DESC, s.source_id, s.device) best) f ON true
  LEFT JOIN LATERAL (
       SELECT max(first.value) FILTER (WHERE first.key = 'resting_heart_rate') AS resting_heart_rate,
              max(first.value) FILTER (WHERE first.key = 'daily_steps') AS vendor_steps,
              max(first.value) FILTER (WHERE first.key = 'daily_distance') AS vendor_distance_m,
              max(first.value) FILTER (WHERE first.key = 'daily_calories') AS vendor_calories_kcal,
              max(first.value) FILTER (WHERE first.key = 'daily_calories_active') AS active_calories_kcal,
              max(first.value) FILTER (WHERE first.key = 'minutes_sedentary') AS sedentary_minutes,
              max(first.value) FILTER (WHERE first.key = 'minutes_lightly_active') AS lightly_active_minutes,
              max(first.value) FILTER (WHERE first.key = 'minutes_fairly_active') AS fairly_active_minutes,
              max(first.value) FILTER (WHERE first.key = 'minutes_very_active') AS very_active_minutes,
              max(first.value) FILTER (WHERE first.key = 'hrv_daily_rmssd') AS hrv_ms,
              max(first.value) FILTER (WHERE first.key = 'breathing_rate') AS breathing_rate,
              max(first.value) FILTER (WHERE first.key = 'spo2_daily_average') AS spo2,
              max(first.value) FILTER (WHERE first.key = 'sleep_minutes_asleep') AS minutes_asleep,
              max(first.value) FILTER (WHERE first.key = 'sleep_minutes_in_bed') AS minutes_in_bed,
              max(first.value) FILTER (WHERE first.key = 'sleep_records') AS sleep_records
         FROM (SELECT DISTINCT ON (one.metric_id) one.key, one.value
                 FROM (SELECT v.metric_id, v.source_id, m.key, m.family, m.kind, v.value,
                              bool_or(m.key = 'daily_calories' AND v.value = 0) OVER (PARTITION BY v.source_id) AS unsummed
                         FROM public.daily_value v JOIN public.metric m ON m.id = v.metric_id
                        WHERE v.participant_id = d.participant_id AND v.local_date = d.local_date) one
                WHERE CASE WHEN one.family = 'sleep' THEN one.value > 0 OR EXISTS (
                                    SELECT FROM public.sleep_session s WHERE s.participant_id = d.participant_id AND s.local_date = d.local_date)
                           ELSE w.worn_minutes IS DISTINCT FROM 0 AND NOT (one.unsummed AND one.kind = 'amount') END
                ORDER BY one.metric_id, one.source_id) first) v ON true
  LEFT JOIN LATERAL analytics.sleep_on(d.participant_id, d.local_date) s ON true;
COMMENT ON VIEW analytics.daily_overview IS 'One wide row for each local day of a participant. What has no data, or was not measured because the watch was off, is null. Without a main sleep minutes_asleep is null: nap_minutes has the naps.';

-- Every view may be read by those who look with tools of their own; there is nothing secret in any of them.
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'daystream_reader') THEN
        GRANT USAGE ON SCHEMA analytics TO daystream_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA analytics TO daystream_reader;
    END IF;
END
$$;

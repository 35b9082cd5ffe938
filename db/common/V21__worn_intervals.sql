-- When the watch was worn, kept with how long, so that what counts only while it is worn can be told from a few intervals (docs/data-quality.md).
DELETE FROM wear_day;
ALTER TABLE wear_day ADD COLUMN worn tstzmultirange NOT NULL;
COMMENT ON COLUMN wear_day.worn IS 'The worn intervals of the day, cut at its bounds.';

-- Whether anything moved on a local day: true with a step, an active minute or a sleep; false if steps were counted all day and all of them are 0;
-- null if they were not, such as on a day of which nothing has been synced. It stands for wear where there is no heart rate. Not inlined, because
-- most days are decided by their first line.
CREATE FUNCTION movement_on(participant bigint, date date, start timestamptz, stop timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    counted boolean;
    moved boolean;
BEGIN
    -- A sleep that ended with the evening before is none of the day; where a source tells only how long it was, there is no saying.
    IF EXISTS (SELECT FROM daily_value v JOIN metric m ON m.id = v.metric_id
                WHERE v.participant_id = participant AND v.local_date = date AND v.value > 0
                  AND (m.key IN ('daily_steps', 'daily_distance', 'daily_floors', 'daily_active_zone_minutes',
                                 'minutes_lightly_active', 'minutes_fairly_active', 'minutes_very_active')
                       OR m.key = 'sleep_minutes_asleep' AND NOT EXISTS (
                              SELECT FROM sleep_session s WHERE s.participant_id = participant AND s.local_date = date)))
       OR EXISTS (SELECT FROM sleep_session s
                   WHERE s.participant_id = participant AND s.local_date BETWEEN date AND date + 1 AND s.end_at > start AND s.start_at < stop) THEN
        RETURN true;
    END IF;
    SELECT coalesce(bool_or(told.recorded * told.cadence >= 0.95 * extract(epoch FROM stop - start)), false), coalesce(bool_or(told.steps > 0), false)
      INTO counted, moved
      FROM (SELECT s.cadence, sum(r.count) AS recorded, sum(r.sum) AS steps
              FROM series s JOIN metric m ON m.id = s.metric_id AND m.key = 'steps'
             CROSS JOIN LATERAL rollup_1m_of(s.id, start, stop) r
             WHERE s.participant_id = participant
             GROUP BY s.id, s.cadence) told;
    RETURN CASE WHEN moved THEN true WHEN counted THEN false END;
END
$$;

-- What the star schema makes anew with other columns (R__star_schema.sql).
DROP FUNCTION IF EXISTS analytics.wear_on(bigint, date, timestamptz, timestamptz) CASCADE;
DROP FUNCTION IF EXISTS analytics.wear_of(bigint, timestamptz, timestamptz) CASCADE;
DROP FUNCTION IF EXISTS analytics.series_on(bigint, date) CASCADE;

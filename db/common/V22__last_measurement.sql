-- When a participant was last measured, told apart from when data arrived (docs/study-desk.md). The program writes it with each delivery.
ALTER TABLE delivery ADD COLUMN measured_until timestamptz;
COMMENT ON COLUMN delivery.measured_until IS 'Instant of the newest sample or end of the newest record that shows a measurement; the last second of the day where only a daily value does; null where nothing does.';

-- Deliveries of before: what only a device tells, as store.LastMeasurement has it.
CREATE TEMPORARY VIEW shown_metric AS
SELECT id FROM metric
 WHERE key NOT IN ('calories', 'mets', 'daily_calories', 'daily_calories_basal', 'daily_calories_active', 'minutes_sedentary', 'resting_heart_rate');

UPDATE delivery d
   SET measured_until = greatest(
       (SELECT max(end_at) FROM sleep_session WHERE delivery_id = d.id),
       (SELECT max(start_at + make_interval(secs => seconds)) FROM workout WHERE delivery_id = d.id))
 WHERE revision > 0;

-- Samples are looked at on the last three days that have any; on the days before, the end of what the delivery speaks for is near enough.
UPDATE delivery d
   SET measured_until = greatest(d.measured_until, CASE
           WHEN d.local_date < newest.local_date - 2 THEN d.range_end - interval '1 second'
           ELSE (SELECT max(found.ts) FROM series s JOIN shown_metric m ON m.id = s.metric_id
                  CROSS JOIN LATERAL (SELECT ts FROM sample
                                       WHERE series_id = s.id AND ts >= d.range_start AND ts < d.range_end AND value <> 0
                                       ORDER BY ts DESC LIMIT 1) found
                  WHERE s.participant_id = d.participant_id AND s.source_id = d.source_id)
       END)
  FROM (SELECT participant_id, max(local_date) AS local_date FROM delivery WHERE samples > 0 GROUP BY participant_id) newest
 WHERE newest.participant_id = d.participant_id AND d.samples > 0 AND d.revision > 0;

-- Where neither shows anything, a daily value stands for its whole day.
UPDATE delivery d
   SET measured_until = CASE WHEN d.range_start = d.range_end THEN d.range_start ELSE d.range_end - interval '1 second' END
 WHERE d.measured_until IS NULL AND d.revision > 0
   AND EXISTS (SELECT FROM daily_value v JOIN shown_metric m ON m.id = v.metric_id WHERE v.delivery_id = d.id AND v.value <> 0);

DROP VIEW shown_metric;

-- The zones with which the wall times of a delivery were read: after a change of the zone history, those that are others today are read
-- again from the lake.
ALTER TABLE delivery ADD COLUMN zones text;
COMMENT ON COLUMN delivery.zones IS
    'Zones from the day before to the day after with which it was read, as ZoneHistory.around says them; null if that was not recorded.';
UPDATE delivery d SET zones = z.zone
  FROM (SELECT participant_id, min(zone) AS zone FROM participant_zone GROUP BY participant_id HAVING count(*) = 1) z
 WHERE z.participant_id = d.participant_id AND d.revision > 0;

-- Nothing is fetched after the last day of an enrolment.
ALTER TABLE ingest_position
    DROP CONSTRAINT ingest_position_state_check,
    ADD CONSTRAINT ingest_position_state_check
        CHECK (state IN ('ok', 'waiting', 'retrying', 'needs-consent', 'gone', 'ended'));

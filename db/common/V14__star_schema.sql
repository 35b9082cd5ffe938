-- What the catalogue says of a metric beyond its unit, for those who read by SQL; written with the rest at every start.
ALTER TABLE metric
    ADD COLUMN display text NOT NULL DEFAULT '',
    ADD COLUMN family  text NOT NULL DEFAULT '',
    ADD COLUMN present text NOT NULL DEFAULT 'always' CHECK (present IN ('always', 'asleep', 'occasional'));
COMMENT ON COLUMN metric.present IS 'When there are samples; of an occasional metric nothing is expected.';

-- From when to when a source delivered, at one look; a participant without the source would otherwise cost a look at all of their deliveries.
CREATE INDEX delivery_source_day ON delivery (participant_id, source_id, local_date) WHERE revision > 0;

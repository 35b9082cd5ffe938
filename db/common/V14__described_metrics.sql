-- What the catalogue says of a metric beyond its unit, for those who read by SQL; written with the rest at every start.
ALTER TABLE metric
    ADD COLUMN display text NOT NULL DEFAULT '',
    ADD COLUMN family  text NOT NULL DEFAULT '',
    ADD COLUMN present text NOT NULL DEFAULT 'always' CHECK (present IN ('always', 'asleep', 'occasional'));
COMMENT ON COLUMN metric.present IS 'When there are samples; of an occasional metric nothing is expected.';

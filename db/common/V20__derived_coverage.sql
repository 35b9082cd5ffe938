-- A derived metric without a value claims no coverage, and names the inputs that are missing.
ALTER TABLE derived_day
    ALTER COLUMN coverage DROP NOT NULL,
    ADD COLUMN missing text[];
UPDATE derived_day SET coverage = NULL WHERE value IS NULL;
ALTER TABLE derived_day ADD CHECK (value IS NOT NULL OR coverage IS NULL);
COMMENT ON COLUMN derived_day.coverage IS
    'How much of the inputs was there, 0 to 1. Null without a value, and where it is not known how long the watch was worn.';
COMMENT ON COLUMN derived_day.missing IS 'Keys of the inputs that are missing or too short; null if none is.';

-- Two resting heart rates of a day, the vendor's and the derived one: which of them pages and reports begin with.
ALTER TABLE study_settings
    ADD COLUMN resting_heart_rate text NOT NULL DEFAULT 'vendor' CHECK (resting_heart_rate IN ('vendor', 'daystream'));

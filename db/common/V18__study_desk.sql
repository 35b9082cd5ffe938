-- When somebody needs attention, and when nobody is written to; one row.
CREATE TABLE study_settings (
    id           boolean PRIMARY KEY DEFAULT true CHECK (id),
    silent_hours integer NOT NULL DEFAULT 48 CHECK (silent_hours BETWEEN 1 AND 2160),
    sleep_nights integer NOT NULL DEFAULT 5 CHECK (sleep_nights BETWEEN 0 AND 7),
    wear_percent integer NOT NULL DEFAULT 70 CHECK (wear_percent BETWEEN 0 AND 100),
    quiet_from   text    NOT NULL DEFAULT '21:00' CHECK (quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    quiet_until  text    NOT NULL DEFAULT '08:00' CHECK (quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
    repeat_hours integer NOT NULL DEFAULT 72 CHECK (repeat_hours BETWEEN 0 AND 2160),
    fresh_hours  integer NOT NULL DEFAULT 6 CHECK (fresh_hours BETWEEN 0 AND 2160)
);
COMMENT ON COLUMN study_settings.quiet_from IS 'Wall time of the participant; quiet hours go over midnight if they end earlier than they begin, and equal times mean none.';
INSERT INTO study_settings DEFAULT VALUES;

-- Apart from the participants, so that who reads those does not read addresses.
CREATE TABLE participant_email (
    participant_id bigint PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
    address        text NOT NULL CHECK (length(address) BETWEEN 3 AND 254 AND address !~ '[[:space:][:cntrl:]]')
);

CREATE TABLE contact (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    at             timestamptz NOT NULL,
    subject        text        NOT NULL,
    body           text        NOT NULL,
    outcome        text        NOT NULL CHECK (outcome IN ('sending', 'sent', 'failed')),
    detail         text
);
CREATE INDEX contact_participant ON contact (participant_id, id);
COMMENT ON TABLE contact IS 'What was written to participants. A row that stays at sending belongs to a service that stopped meanwhile: it may have been sent.';

-- When samples last arrived, be they read again since.
CREATE INDEX ingest_run_stored ON ingest_run (participant_id, id) WHERE state = 'stored' AND samples > 0 AND trigger <> 'reparse';

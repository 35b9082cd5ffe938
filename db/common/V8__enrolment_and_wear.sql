-- From when to when somebody takes part, in local days, both included. Without a start it is the first day of data; without an end it goes on.
ALTER TABLE participant
    ADD COLUMN enrolled_from date,
    ADD COLUMN enrolled_until date,
    ADD CONSTRAINT participant_enrolment CHECK (enrolled_until >= enrolled_from);

-- Wear time of local days, made from the minutes with heart rate when first asked for (docs/data-quality.md). A row speaks for its day as
-- long as its bounds and its state are those of today; else it is made again.
CREATE TABLE wear_day (
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    local_date     date        NOT NULL,
    start_at       timestamptz NOT NULL,
    end_at         timestamptz NOT NULL,
    state          bigint      NOT NULL,
    pulse_minutes  integer     NOT NULL,
    worn_minutes   integer     NOT NULL,
    PRIMARY KEY (participant_id, local_date)
);
COMMENT ON COLUMN wear_day.state IS 'The revisions of the heart-rate deliveries of the day and both its neighbours, added up; it rises with every change.';

CREATE INDEX ingest_run_failed_day ON ingest_run (participant_id, local_date) WHERE state = 'failed';

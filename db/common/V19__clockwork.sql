-- What a restart of the service must not forget: when its rare beats last came, and how the checks of roll-ups ended.
CREATE TABLE beat (
    key        text        PRIMARY KEY,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz,
    error      text
);
COMMENT ON TABLE beat IS 'The last time of each beat that comes at times of the day or week; those of every few seconds are not kept.';
COMMENT ON COLUMN beat.ended_at IS 'Null while it runs, and for ever if the service stopped meanwhile.';

CREATE TABLE verification (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    trigger    text        NOT NULL CHECK (trigger IN ('api', 'command', 'schedule')),
    started_at timestamptz NOT NULL,
    ended_at   timestamptz NOT NULL,
    repaired   boolean     NOT NULL,
    compared   bigint,
    differing  bigint,
    error      text,
    CHECK (num_nulls(compared, differing) = CASE WHEN error IS NULL THEN 0 ELSE 2 END)
);
COMMENT ON TABLE verification IS 'Comparisons of all roll-ups with their samples that ended, by themselves or with an error; not those that somebody stopped.';
COMMENT ON COLUMN verification.compared IS 'Buckets that were looked at.';
COMMENT ON COLUMN verification.differing IS 'Buckets that did not agree; if repaired, they were made anew.';

-- The time zone that a participant's account at a source is set to; told to people, and never taken over by itself.
CREATE TABLE profile_zone (
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id      smallint    NOT NULL REFERENCES source,
    zone           text        NOT NULL,
    since          timestamptz NOT NULL,
    told_at        timestamptz NOT NULL,
    PRIMARY KEY (participant_id, source_id)
);
COMMENT ON COLUMN profile_zone.since IS 'When the source first said this zone; it may have been set some time before.';

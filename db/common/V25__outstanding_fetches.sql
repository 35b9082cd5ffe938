-- Data types of days that a source did not deliver although it delivered the rest of the day. Each is fetched again alone, after waits that grow.
CREATE TABLE outstanding_fetch (
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id      smallint    NOT NULL REFERENCES source,
    data_type      text        NOT NULL,
    local_date     date        NOT NULL,
    attempts       integer     NOT NULL DEFAULT 1 CHECK (attempts >= 1),
    next_at        timestamptz NOT NULL,
    PRIMARY KEY (participant_id, source_id, data_type, local_date)
);
CREATE INDEX outstanding_fetch_next ON outstanding_fetch (source_id, next_at);
COMMENT ON TABLE outstanding_fetch IS 'Data types of days that the source did not deliver, and when each is fetched again. The runs say why.';
COMMENT ON COLUMN outstanding_fetch.attempts IS 'Fetches that failed so far, the one with the rest of the day included.';

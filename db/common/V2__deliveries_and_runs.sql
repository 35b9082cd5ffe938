CREATE TABLE ingest_run (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id      smallint    NOT NULL REFERENCES source,
    data_type      text        NOT NULL,
    local_date     date        NOT NULL,
    trigger        text        NOT NULL CHECK (trigger IN ('first-start', 'schedule', 'refresh', 'backfill', 'manual', 'import')),
    state          text        NOT NULL CHECK (state IN ('stored', 'unchanged', 'failed')),
    started_at     timestamptz NOT NULL,
    finished_at    timestamptz NOT NULL,
    fetch_millis   integer,
    parse_millis   integer,
    store_millis   integer,
    bytes          bigint,
    samples        integer,
    duplicates     integer,
    rejections     integer,
    attempts       integer     NOT NULL DEFAULT 0,
    revision       integer,
    payload        text,
    error          text
);
CREATE INDEX ingest_run_participant ON ingest_run (participant_id, id);
CREATE INDEX ingest_run_failed ON ingest_run (id) WHERE state = 'failed';
COMMENT ON TABLE ingest_run IS 'One attempt to bring in one data type of one local day, written when it has ended: with the day, in its transaction, or alone.';
COMMENT ON COLUMN ingest_run.payload IS 'Where the payload lies in the lake.';

CREATE TABLE delivery (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    participant_id bigint   NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id      smallint NOT NULL REFERENCES source,
    data_type      text     NOT NULL,
    local_date     date     NOT NULL,
    content_hash   text,
    parser_version integer,
    payload        text,
    range_start    timestamptz,
    range_end      timestamptz,
    samples        integer  NOT NULL DEFAULT 0,
    revision       integer  NOT NULL DEFAULT 0,
    run_id         bigint REFERENCES ingest_run ON DELETE SET NULL,
    delivered_at   timestamptz,
    UNIQUE (participant_id, source_id, data_type, local_date)
);
CREATE INDEX delivery_day ON delivery (participant_id, local_date);
CREATE INDEX delivery_newest ON delivery (participant_id, delivered_at);
COMMENT ON TABLE delivery IS 'What is in effect for one data type of one local day. Locking its row is what makes a day unique.';
COMMENT ON COLUMN delivery.revision IS '0 before the first commit; raised whenever a changed payload took effect.';

CREATE TABLE rejection (
    run_id      bigint NOT NULL REFERENCES ingest_run ON DELETE CASCADE,
    reason      text   NOT NULL,
    position    text   NOT NULL,
    detail      text   NOT NULL
);
CREATE INDEX rejection_run ON rejection (run_id);

CREATE TABLE correction (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id  bigint      NOT NULL REFERENCES delivery ON DELETE CASCADE,
    run_id       bigint REFERENCES ingest_run ON DELETE SET NULL,
    series_id    integer     NOT NULL REFERENCES series ON DELETE CASCADE,
    revision     integer     NOT NULL,
    corrected_at timestamptz NOT NULL DEFAULT now(),
    added        integer     NOT NULL,
    removed      integer     NOT NULL,
    changed      integer     NOT NULL,
    sum_before   double precision NOT NULL,
    sum_after    double precision NOT NULL
);
CREATE INDEX correction_delivery ON correction (delivery_id);
COMMENT ON TABLE correction IS 'What a changed payload did to a series: samples added, removed, changed in value.';

CREATE TABLE ingest_position (
    participant_id bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id      smallint    NOT NULL REFERENCES source,
    next_date      date        NOT NULL,
    due_at         timestamptz NOT NULL,
    state          text        NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'waiting', 'retrying', 'needs-consent', 'gone')),
    note           text,
    PRIMARY KEY (participant_id, source_id)
);
COMMENT ON TABLE ingest_position IS 'The next local day to take in, and when it is due. Both move on together, so no day is skipped or taken twice.';

CREATE TABLE connection (
    participant_id   bigint      NOT NULL REFERENCES participant ON DELETE CASCADE,
    source_id        smallint    NOT NULL REFERENCES source,
    external_user_id text        NOT NULL,
    access_token     text        NOT NULL,
    refresh_token    text        NOT NULL,
    expires_at       timestamptz NOT NULL,
    scopes           text        NOT NULL,
    PRIMARY KEY (participant_id, source_id)
);
COMMENT ON TABLE connection IS 'A participant''s consent at a source.';

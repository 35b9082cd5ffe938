CREATE TABLE daily_value (
    participant_id bigint           NOT NULL,
    local_date     date             NOT NULL,
    metric_id      integer          NOT NULL REFERENCES metric,
    source_id      smallint         NOT NULL REFERENCES source,
    value          double precision NOT NULL,
    delivery_id    bigint           NOT NULL REFERENCES delivery ON DELETE CASCADE,
    PRIMARY KEY (participant_id, local_date, metric_id, source_id)
);
CREATE INDEX daily_value_delivery ON daily_value (delivery_id);
COMMENT ON TABLE daily_value IS 'The vendor''s own figures for a local day.';

CREATE TABLE sleep_session (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id    bigint      NOT NULL REFERENCES delivery ON DELETE CASCADE,
    participant_id bigint      NOT NULL,
    source_id      smallint    NOT NULL,
    local_date     date        NOT NULL,
    external_id    text        NOT NULL,
    start_at       timestamptz NOT NULL,
    end_at         timestamptz NOT NULL CHECK (end_at > start_at),
    main           boolean     NOT NULL,
    classic        boolean     NOT NULL,
    minutes_asleep integer     NOT NULL,
    minutes_awake  integer     NOT NULL,
    minutes_in_bed integer     NOT NULL,
    efficiency     integer,
    info_code      integer
);
CREATE INDEX sleep_session_delivery ON sleep_session (delivery_id);
CREATE INDEX sleep_session_day ON sleep_session (participant_id, local_date);
COMMENT ON COLUMN sleep_session.local_date IS 'The date on which the sleep ended.';

CREATE TABLE sleep_stage (
    session_id bigint      NOT NULL REFERENCES sleep_session ON DELETE CASCADE,
    start_at   timestamptz NOT NULL,
    seconds    integer     NOT NULL CHECK (seconds > 0),
    level      text        NOT NULL,
    short_wake boolean     NOT NULL
);
CREATE INDEX sleep_stage_session ON sleep_stage (session_id, start_at);
COMMENT ON COLUMN sleep_stage.short_wake IS 'A wake of 3 minutes or less that lies on top of the stages.';

CREATE TABLE heart_rate_zone (
    delivery_id    bigint  NOT NULL REFERENCES delivery ON DELETE CASCADE,
    participant_id bigint  NOT NULL,
    local_date     date    NOT NULL,
    position       integer NOT NULL,
    name           text    NOT NULL,
    min_bpm        integer NOT NULL,
    max_bpm        integer NOT NULL,
    minutes        integer,
    calories       double precision,
    PRIMARY KEY (delivery_id, position)
);
CREATE INDEX heart_rate_zone_day ON heart_rate_zone (participant_id, local_date);

CREATE TABLE workout (
    delivery_id    bigint      NOT NULL REFERENCES delivery ON DELETE CASCADE,
    participant_id bigint      NOT NULL,
    local_date     date        NOT NULL,
    external_id    text        NOT NULL,
    name           text        NOT NULL,
    start_at       timestamptz NOT NULL,
    seconds        integer     NOT NULL,
    steps          integer,
    calories       double precision,
    distance       double precision
);
CREATE INDEX workout_delivery ON workout (delivery_id);
CREATE INDEX workout_day ON workout (participant_id, local_date);
COMMENT ON COLUMN workout.distance IS 'Metres.';

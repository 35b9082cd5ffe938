-- Daily figures of our own (metrics/derived.yaml), and what they need to know of a participant.
ALTER TABLE participant ADD COLUMN birth_date date;
COMMENT ON COLUMN participant.birth_date IS 'For heart-rate zones by age.';

CREATE TABLE participant_heart_rate_zone (
    participant_id bigint  NOT NULL REFERENCES participant ON DELETE CASCADE,
    valid_from     date    NOT NULL,
    light          integer,
    moderate       integer,
    vigorous       integer,
    peak           integer,
    PRIMARY KEY (participant_id, valid_from),
    CHECK ((light >= 30 AND moderate > light AND vigorous > moderate AND peak > vigorous AND peak <= 250
            AND num_nulls(light, moderate, vigorous, peak) = 0)
           OR num_nulls(light, moderate, vigorous, peak) = 4)
);
COMMENT ON TABLE participant_heart_rate_zone IS
    'Lowest beats per minute of each zone of the participant''s own, from a local day on. Before the first row, and from a row without rates on, zones go by age.';

CREATE TABLE derived_metric (
    id      integer PRIMARY KEY,
    key     text    NOT NULL UNIQUE,
    name    text    NOT NULL,
    unit    text    NOT NULL,
    version integer NOT NULL
);
COMMENT ON TABLE derived_metric IS 'Written from metrics/derived.yaml at every start.';

-- A row speaks for its day as long as version and states are those of today; else it is made again. Readers of this table alone compare
-- version with derived_metric.version; what a delivery of the last seconds has changed, the service is about to make again.
CREATE TABLE derived_day (
    participant_id bigint           NOT NULL REFERENCES participant ON DELETE CASCADE,
    local_date     date             NOT NULL,
    metric_id      integer          NOT NULL REFERENCES derived_metric,
    version        integer          NOT NULL,
    value          double precision,
    coverage       real             NOT NULL CHECK (coverage BETWEEN 0 AND 1),
    reason         text,
    input_state    bigint           NOT NULL,
    setting_state  bigint           NOT NULL,
    computed_at    timestamptz      NOT NULL,
    PRIMARY KEY (participant_id, local_date, metric_id),
    CHECK (num_nulls(value, reason) = 1)
);
COMMENT ON COLUMN derived_day.input_state IS
    'The revisions of all deliveries that it was made from, added up; it rises with every change of one of them.';
COMMENT ON COLUMN derived_day.setting_state IS
    'A hash of the bounds of the local days and, where they count, of the heart-rate zones that it was made with.';
COMMENT ON COLUMN derived_day.reason IS 'Why there is no value.';

CREATE TABLE derived_progress (
    participant_id bigint      PRIMARY KEY REFERENCES participant ON DELETE CASCADE,
    delivered_at   timestamptz NOT NULL,
    settings       text        NOT NULL
);
COMMENT ON TABLE derived_progress IS 'Up to which delivery, and with which settings, a participant''s figures were brought up to date.';

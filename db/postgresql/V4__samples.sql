-- No primary key and no unique index: the lock on the delivery is what keeps a day unique (docs/architecture.md).
-- The instant comes first so that a row has no padding.
CREATE TABLE sample (
    ts        timestamptz NOT NULL,
    series_id integer     NOT NULL,
    value     real        NOT NULL
);
CREATE INDEX sample_series ON sample (series_id, ts);

-- Roll-ups are tables here; the transaction that replaces a day rewrites the buckets that it touches.
CREATE TABLE rollup_1m (
    bucket    timestamptz      NOT NULL,
    series_id integer          NOT NULL,
    count     integer          NOT NULL,
    sum       double precision NOT NULL,
    min       real             NOT NULL,
    max       real             NOT NULL
);
CREATE INDEX rollup_1m_series ON rollup_1m (series_id, bucket);

CREATE TABLE rollup_1h (LIKE rollup_1m);
CREATE INDEX rollup_1h_series ON rollup_1h (series_id, bucket);

CREATE TABLE rollup_1d (LIKE rollup_1m);
CREATE INDEX rollup_1d_series ON rollup_1d (series_id, bucket);
COMMENT ON TABLE rollup_1d IS 'Days in UTC; a person''s day is made from hours or minutes instead.';

-- Rows of a day are appended together and read together; rewriting them needs few dead rows to be cleaned late.
ALTER TABLE sample SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.02);

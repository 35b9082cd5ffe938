-- No primary key and no unique index: the lock on the delivery is what keeps a day unique (docs/architecture.md), and only without one
-- does TimescaleDB write straight into the columnstore.
CREATE TABLE sample (
    ts        timestamptz NOT NULL,
    series_id integer     NOT NULL,
    value     real        NOT NULL
);
SELECT create_hypertable('sample', by_range('ts', INTERVAL '7 days'), create_default_indexes => false);
-- Serves what lies in the row store: days that were replaced by row, until the policy brings them to the columnstore.
CREATE INDEX sample_series ON sample (series_id, ts);
ALTER TABLE sample SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'ts'
);
-- Days are written to the columnstore directly; the policy brings in what came by row, and what deleting a part of a batch left there. It
-- locks chunks, hence at night.
CALL add_columnstore_policy('sample', after => INTERVAL '14 days',
    schedule_interval => INTERVAL '1 day', initial_start => date_trunc('day', now()) + INTERVAL '26 hours');

-- Grouped by series first, so that a refresh writes each series' buckets in a row, which is the order of the columnstore.
CREATE MATERIALIZED VIEW rollup_1m
  WITH (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.create_group_indexes = false) AS
SELECT time_bucket(INTERVAL '1 minute', ts) AS bucket, series_id,
       count(*) AS count, sum(value::double precision) AS sum, min(value) AS min, max(value) AS max
  FROM sample GROUP BY 2, 1
WITH NO DATA;

CREATE MATERIALIZED VIEW rollup_1h
  WITH (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.create_group_indexes = false) AS
SELECT time_bucket(INTERVAL '1 hour', bucket) AS bucket, series_id,
       sum(count)::bigint AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max
  FROM rollup_1m GROUP BY 2, 1
WITH NO DATA;

CREATE MATERIALIZED VIEW rollup_1d
  WITH (timescaledb.continuous, timescaledb.materialized_only = true, timescaledb.create_group_indexes = false) AS
SELECT time_bucket(INTERVAL '1 day', bucket) AS bucket, series_id,
       sum(count)::bigint AS count, sum(sum) AS sum, min(min) AS min, max(max) AS max
  FROM rollup_1h GROUP BY 2, 1
WITH NO DATA;
CREATE INDEX rollup_1m_series ON rollup_1m (series_id, bucket);
CREATE INDEX rollup_1h_series ON rollup_1h (series_id, bucket);
CREATE INDEX rollup_1d_series ON rollup_1d (series_id, bucket);

-- No policies of TimescaleDB's own: refreshes of one aggregate must not overlap, and the program's refresher knows what has changed. It also
-- brings old chunks of the aggregates to the columnstore.
ALTER MATERIALIZED VIEW rollup_1m SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'bucket'
);
ALTER MATERIALIZED VIEW rollup_1h SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'bucket'
);
ALTER MATERIALIZED VIEW rollup_1d SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'bucket'
);
COMMENT ON VIEW rollup_1d IS 'Days in UTC; a person''s day is made from hours or minutes instead.';

-- What the aggregates do not hold yet. The transaction that changes samples marks them; the refresher takes the mark away once the
-- aggregates are right again, unless the generation tells that the day has changed meanwhile.
CREATE SEQUENCE rollup_generation;
CREATE TABLE rollup_dirty (
    series_id  integer     NOT NULL REFERENCES series ON DELETE CASCADE,
    day        date        NOT NULL,
    generation bigint      NOT NULL DEFAULT nextval('rollup_generation'),
    marked_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (series_id, day)
);
CREATE INDEX rollup_dirty_day ON rollup_dirty (day);
COMMENT ON COLUMN rollup_dirty.day IS 'A day of UTC: whole buckets of every roll-up.';

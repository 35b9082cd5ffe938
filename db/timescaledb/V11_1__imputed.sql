-- Values made for minutes without a sample, with the bounds that should hold the true one in four cases of five. They are few beside the
-- samples: chunks are longer, and come to the columnstore when they are past. The lock on the series keeps a minute unique, as it does for
-- samples.
CREATE TABLE imputed (
    ts        timestamptz NOT NULL,
    series_id integer     NOT NULL,
    run       integer     NOT NULL,
    value     real        NOT NULL,
    lower     real        NOT NULL,
    upper     real        NOT NULL
);
SELECT create_hypertable('imputed', by_range('ts', INTERVAL '28 days'), create_default_indexes => false);
CREATE INDEX imputed_series ON imputed (series_id, ts);
ALTER TABLE imputed SET (
    timescaledb.enable_columnstore, timescaledb.segmentby = 'series_id', timescaledb.orderby = 'ts'
);
CALL add_columnstore_policy('imputed', after => INTERVAL '35 days',
    schedule_interval => INTERVAL '1 day', initial_start => date_trunc('day', now()) + INTERVAL '26 hours');

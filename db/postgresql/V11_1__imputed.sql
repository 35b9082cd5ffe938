-- Values made for minutes without a sample, with the bounds that should hold the true one in four cases of five.
CREATE TABLE imputed (
    ts        timestamptz NOT NULL,
    series_id integer     NOT NULL,
    run       integer     NOT NULL,
    value     real        NOT NULL,
    lower     real        NOT NULL,
    upper     real        NOT NULL,
    PRIMARY KEY (series_id, ts)
);

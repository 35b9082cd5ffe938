-- Values made for gaps lie in a table of their own (imputed, which each engine keeps in its own way); here is who made them and from what.
CREATE TABLE imputation_run (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    method       text        NOT NULL,
    version      integer     NOT NULL,
    parameters   jsonb       NOT NULL,
    trigger      text        NOT NULL CHECK (trigger IN ('cli', 'api')),
    state        text        NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'undone')),
    started_at   timestamptz NOT NULL DEFAULT now(),
    updated_at   timestamptz NOT NULL DEFAULT now(),
    ended_at     timestamptz,
    undone_at    timestamptz,
    participants integer     NOT NULL DEFAULT 0,
    days_made    bigint      NOT NULL DEFAULT 0,
    days_kept    bigint      NOT NULL DEFAULT 0,
    days_skipped bigint      NOT NULL DEFAULT 0,
    gaps         bigint      NOT NULL DEFAULT 0,
    minutes      bigint      NOT NULL DEFAULT 0,
    refused      jsonb       NOT NULL DEFAULT '{}',
    removed      bigint,
    error        text
);
COMMENT ON COLUMN imputation_run.updated_at IS 'Last sign of life; a run that gives none for minutes was broken off.';
COMMENT ON COLUMN imputation_run.days_made IS 'Days of a series that it looked at; days_kept: those that an earlier run had made and that still hold.';
COMMENT ON COLUMN imputation_run.removed IS 'Values that undoing it took away.';

-- One row for each local day of a series that was looked at. It holds as long as method, rules, bounds and state are those of today.
CREATE TABLE imputation_day (
    series_id   integer     NOT NULL REFERENCES series ON DELETE CASCADE,
    local_date  date        NOT NULL,
    run         integer     NOT NULL REFERENCES imputation_run,
    rules       integer     NOT NULL,
    longest     integer     NOT NULL,
    start_at    timestamptz NOT NULL,
    end_at      timestamptz NOT NULL,
    state       bigint      NOT NULL,
    enrolled    boolean     NOT NULL,
    gaps        integer     NOT NULL,
    minutes     integer     NOT NULL,
    refused     jsonb       NOT NULL,
    reach_start timestamptz,
    reach_end   timestamptz,
    PRIMARY KEY (series_id, local_date)
);
CREATE INDEX imputation_day_run ON imputation_day (run);
COMMENT ON COLUMN imputation_day.state IS 'The revisions of the deliveries that it rests on, of the day and both its neighbours, added up; it rises with every change.';
COMMENT ON COLUMN imputation_day.longest IS 'The longest gap that could be filled, in seconds.';
COMMENT ON COLUMN imputation_day.reach_start IS 'From here to reach_end lie its values and the samples that they bridge; null without values. A gap belongs to the day in which it starts.';

ALTER TABLE redelivery ADD COLUMN withdrawn integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN redelivery.withdrawn IS 'Imputed values that were taken away because they rested on what was there before.';

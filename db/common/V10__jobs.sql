-- Long-running work that somebody asked for; the service runs it.
CREATE TABLE job (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL,
    parameters jsonb       NOT NULL,
    trigger    text        NOT NULL CHECK (trigger IN ('api', 'command', 'schedule')),
    state      text        NOT NULL DEFAULT 'queued'
               CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    cancelling boolean     NOT NULL DEFAULT false,
    done       bigint      NOT NULL DEFAULT 0,
    total      bigint,
    words      text,
    position   jsonb       NOT NULL DEFAULT '{}',
    resumed    integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    ended_at   timestamptz,
    error      text,
    result     jsonb
);
COMMENT ON COLUMN job.cancelling IS 'It runs, and has been asked to stop.';
COMMENT ON COLUMN job.position IS 'Where to go on after an interruption; only its kind understands it.';
-- What is asked for twice is done once.
CREATE UNIQUE INDEX job_open ON job (kind, md5(parameters::text)) WHERE state IN ('queued', 'running');

-- A run can be repeated; which runs were the last of their delivery is asked for often.
ALTER TABLE ingest_run
    DROP CONSTRAINT ingest_run_trigger_check,
    ADD CONSTRAINT ingest_run_trigger_check
        CHECK (trigger IN ('first-start', 'schedule', 'refresh', 'backfill', 'manual', 'import', 'reparse', 'retry'));
CREATE INDEX ingest_run_delivery ON ingest_run (participant_id, local_date, data_type, source_id, id);

-- Pages of rejections need an order.
ALTER TABLE rejection ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY;

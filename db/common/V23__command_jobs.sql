-- A command writes its own job: the process of the command does the work, and the service only shows it.
ALTER TABLE job ADD COLUMN exit_code smallint;
COMMENT ON COLUMN job.exit_code IS 'What the command ended with; null for jobs of the service, and for a command that was killed.';
-- A command may do what a job of the service does at the same time: both leave alone what the other has done.
DROP INDEX job_open;
CREATE UNIQUE INDEX job_open ON job (kind, md5(parameters::text)) WHERE state IN ('queued', 'running') AND trigger <> 'command';

-- How much the lake holds, so that nobody counts all runs to tell it.
CREATE TABLE lake_kept (
    backend  integer PRIMARY KEY,
    payloads bigint NOT NULL,
    bytes    bigint NOT NULL
);
COMMENT ON TABLE lake_kept IS 'Payloads of the lake and their bytes as they came, to be added up: a row for each database process that recorded some, so that no transaction waits for another.';
INSERT INTO lake_kept (backend, payloads, bytes)
SELECT 0, count(*), coalesce(sum(bytes), 0)
  FROM (SELECT max(bytes) AS bytes FROM ingest_run WHERE payload IS NOT NULL GROUP BY payload) AS payload;

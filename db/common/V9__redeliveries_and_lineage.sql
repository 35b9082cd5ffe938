-- What read a payload, and what is odd about it, belong to the run; a payload may be kept out, and a day may be read again from the lake.
ALTER TABLE ingest_run
    ADD COLUMN parser_version integer,
    ADD COLUMN flag text CHECK (flag IN ('shorter')),
    DROP CONSTRAINT ingest_run_trigger_check,
    ADD CONSTRAINT ingest_run_trigger_check
        CHECK (trigger IN ('first-start', 'schedule', 'refresh', 'backfill', 'manual', 'import', 'reparse')),
    DROP CONSTRAINT ingest_run_state_check,
    ADD CONSTRAINT ingest_run_state_check CHECK (state IN ('stored', 'unchanged', 'refused', 'failed'));
COMMENT ON COLUMN ingest_run.flag IS 'shorter: the payload has clearly fewer samples than the one that was in place.';
CREATE INDEX ingest_run_revision ON ingest_run (participant_id, source_id, data_type, local_date, revision) WHERE state = 'stored';

CREATE TABLE redelivery (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id    bigint      NOT NULL REFERENCES delivery ON DELETE CASCADE,
    run_id         bigint REFERENCES ingest_run ON DELETE SET NULL,
    participant_id bigint      NOT NULL,
    local_date     date        NOT NULL,
    trigger        text        NOT NULL,
    outcome        text        NOT NULL CHECK (outcome IN ('applied', 'refused')),
    shorter        boolean     NOT NULL,
    revision       integer     NOT NULL,
    arrived_at     timestamptz NOT NULL DEFAULT now(),
    samples_before integer,
    samples_after  integer,
    hash_before    text,
    hash_after     text,
    parser_before  integer,
    parser_after   integer,
    payload_before text,
    payload_after  text
);
CREATE INDEX redelivery_participant ON redelivery (participant_id, id);
CREATE INDEX redelivery_delivery ON redelivery (delivery_id, id);
COMMENT ON TABLE redelivery IS 'Another payload, or another reading of the same one, for a day that was in place already, and what came of it.';
COMMENT ON COLUMN redelivery.revision IS 'The revision that is in effect after it; a refused one does not raise it.';

-- Corrections logged so far get the head that they lacked; what was not written down then stays unknown.
INSERT INTO redelivery (delivery_id, run_id, participant_id, local_date, trigger, outcome, shorter, revision, arrived_at, samples_after)
SELECT c.delivery_id, c.run_id, d.participant_id, d.local_date, coalesce(r.trigger, 'refresh'), 'applied', false, c.revision,
       c.corrected_at, r.samples
  FROM (SELECT delivery_id, revision, max(run_id) AS run_id, min(corrected_at) AS corrected_at, min(id) AS first
          FROM correction GROUP BY delivery_id, revision) c
  JOIN delivery d ON d.id = c.delivery_id
  LEFT JOIN ingest_run r ON r.id = c.run_id
 ORDER BY c.first;

ALTER TABLE correction
    ADD COLUMN redelivery_id bigint REFERENCES redelivery ON DELETE CASCADE,
    ADD COLUMN kind text NOT NULL DEFAULT 'samples' CHECK (kind IN ('samples', 'figure', 'sleep', 'zones', 'workouts')),
    ADD COLUMN metric_id integer REFERENCES metric,
    ALTER COLUMN series_id DROP NOT NULL,
    ALTER COLUMN sum_before DROP NOT NULL,
    ALTER COLUMN sum_after DROP NOT NULL;
UPDATE correction c SET redelivery_id = r.id FROM redelivery r WHERE r.delivery_id = c.delivery_id AND r.revision = c.revision;
UPDATE correction c SET metric_id = s.metric_id FROM series s WHERE s.id = c.series_id;
ALTER TABLE correction ALTER COLUMN redelivery_id SET NOT NULL;
CREATE INDEX correction_redelivery ON correction (redelivery_id);
COMMENT ON TABLE correction IS 'What a redelivery did, or would have done, to one series, daily figure or kind of record: added, removed, changed.';

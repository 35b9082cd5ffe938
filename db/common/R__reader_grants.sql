-- What daystream_reader may read: everything but secrets. Whoever adds a relation names it in this file, either granted or left out
-- (ReaderRoleTest); a changed file is applied again.
-- The schema analytics has its grants beside its views (R__star_schema.sql).
-- A relation that a migration makes anew loses its grants (V17: rollup_1h, rollup_1d); this file is changed with it, so that they come back.
--   left out: connection (tokens of participants), participant_email (addresses), contact (what was written to them), flyway_schema_history
DO $$
BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'daystream_reader') THEN
        GRANT USAGE ON SCHEMA public TO daystream_reader;
        GRANT SELECT ON
            participant, participant_zone, metric, source, series,
            ingest_run, delivery, rejection, redelivery, correction, ingest_position, job,
            daily_value, sleep_session, sleep_stage, heart_rate_zone, workout, wear_day,
            sample, rollup_1m, rollup_1h, rollup_1d,
            imputation_run, imputation_day, imputed,
            participant_heart_rate_zone, derived_metric, derived_day, derived_progress,
            study_settings, beat, verification, profile_zone, lake_kept, outstanding_fetch
            TO daystream_reader;
        -- TimescaleDB only: reading roll-ups looks there first.
        IF to_regclass('rollup_dirty') IS NOT NULL THEN
            GRANT SELECT ON rollup_dirty TO daystream_reader;
        END IF;
    END IF;
END
$$;

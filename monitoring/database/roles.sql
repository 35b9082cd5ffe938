-- Logins for Grafana and for the database exporter, with passwords from the settings daystream.reader_password and
-- daystream.monitor_password, which whoever connects sets (PGOPTIONS). May be run again at any time: it sets the passwords anew.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'daystream_reader') THEN
        CREATE ROLE daystream_reader;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'daystream_monitor') THEN
        CREATE ROLE daystream_monitor;
    END IF;
    EXECUTE format('ALTER ROLE daystream_reader LOGIN CONNECTION LIMIT 10 PASSWORD %L', current_setting('daystream.reader_password'));
    EXECUTE format('ALTER ROLE daystream_monitor LOGIN CONNECTION LIMIT 5 PASSWORD %L', current_setting('daystream.monitor_password'));
    -- A panel that asks for too much gives up before it hurts.
    ALTER ROLE daystream_reader SET statement_timeout = '30s';
    ALTER ROLE daystream_reader SET default_transaction_read_only = on;
    -- Sees the server's statistics, and nobody's data.
    GRANT pg_monitor TO daystream_monitor;
END
$$;

-- Who looks at the data with tools of their own, such as Grafana, logs in as this role: it can read, and nothing else. It is made without
-- a password, so nobody can log in as it before an operator gives it one (docs/operations.md). Roles belong to the whole server: another
-- database of it may have made this one, perhaps at this very moment; and where we may not make roles, an operator can.
DO $$
BEGIN
    CREATE ROLE daystream_reader NOLOGIN;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
        NULL;
    WHEN insufficient_privilege THEN
        RAISE NOTICE 'daystream_reader was not made: this user may not make roles';
END
$$;

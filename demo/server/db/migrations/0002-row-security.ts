/**
 * The second wall between services. Requests run as `desk_app`, which sees the rows of the service named by the setting
 * `app.service` and no others; without a service it sees nothing. What has no service – the worker, the token, the demo
 * data – runs as `desk_system`. The owner of the tables may do neither without taking one of the roles.
 */
export const rowSecurity = `
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['desk_app', 'desk_system'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      -- Roles belong to the whole cluster: another database made them.
      NULL;
    END;
    BEGIN
      -- Also to a member: who made a role is one, but may not take it before it is granted.
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      -- Somebody else made the role; then he has granted it.
      IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
        RAISE;
      END IF;
    END;
  END LOOP;
END
$$;

DO $$
DECLARE
  table_name text;
BEGIN
  FOR table_name IN
    SELECT c.relname FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'service_id' AND NOT a.attisdropped
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    -- A setting that was set and reset reads as an empty string, not as null.
    EXECUTE format(
      'CREATE POLICY one_service ON %I TO desk_app USING (service_id = nullif(current_setting(''app.service'', true), '''')) WITH CHECK (service_id = nullif(current_setting(''app.service'', true), ''''))',
      table_name);
    EXECUTE format('CREATE POLICY every_service ON %I TO desk_system USING (true) WITH CHECK (true)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO desk_app, desk_system', table_name);
  END LOOP;
END
$$;

-- What happened stays as it was written.
REVOKE UPDATE, DELETE ON ticket_events, event_log FROM desk_app;
REVOKE UPDATE, DELETE ON ticket_events FROM desk_system;
GRANT SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO desk_system;
REVOKE INSERT, UPDATE, DELETE ON services FROM desk_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON installation TO desk_system;
`;

/** The vault's own table, with roles of its own: those of the tickets have no right to it, even on the same server. */
const tables = `
CREATE TABLE "sealed" (
	"service_id" text NOT NULL,
	"seal_id" text NOT NULL,
	"state" text NOT NULL,
	"content" bytea NOT NULL,
	"wrapped" bytea,
	"key_version" integer NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "sealed_service_id_seal_id_pk" PRIMARY KEY("service_id","seal_id")
);
CREATE INDEX "sealed_prepared" ON "sealed" USING btree ("created_at") WHERE "sealed"."state" = 'prepared';
CREATE INDEX "sealed_key" ON "sealed" USING btree ("key_version");

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['vault_app', 'vault_system'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    BEGIN
      EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXCEPTION WHEN insufficient_privilege THEN
      IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
        RAISE;
      END IF;
    END;
  END LOOP;
END
$$;
REVOKE ALL ON sealed FROM PUBLIC;
ALTER TABLE sealed ENABLE ROW LEVEL SECURITY;
ALTER TABLE sealed FORCE ROW LEVEL SECURITY;
CREATE POLICY one_service ON sealed TO vault_app
  USING (service_id = nullif(current_setting('app.service', true), ''))
  WITH CHECK (service_id = nullif(current_setting('app.service', true), ''));
CREATE POLICY every_service ON sealed TO vault_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sealed TO vault_app, vault_system;
`;

const marks = `
CREATE TABLE "key_marks" (
	"version" integer PRIMARY KEY NOT NULL,
	"mark" text NOT NULL
);
REVOKE ALL ON key_marks FROM PUBLIC;
GRANT SELECT, INSERT ON key_marks TO vault_system;
`;

/** In the order in which they run. One that was released is never changed: add another. */
export const vaultMigrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'vault-0001-tables', sql: tables },
  { name: 'vault-0002-key-marks', sql: marks },
];

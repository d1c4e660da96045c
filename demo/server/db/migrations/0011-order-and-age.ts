/** Where a ticket was transferred to as a key that lists are sorted by, and how long it is known who did what. */
export const orderAndAge = `
ALTER TABLE tickets ADD COLUMN transfer_rank smallint
  GENERATED ALWAYS AS (CASE "transfer_kind" WHEN 'issue' THEN 0 WHEN 'dooray' THEN 1 ELSE -1 END) STORED NOT NULL;

-- What was written down about the work with personal data goes when it is old enough, and only then.
DROP INDEX "audit_log_at";
CREATE INDEX "audit_log_service_at" ON "audit_log" USING btree ("service_id","at");
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");
GRANT DELETE ON audit_log TO desk_system;
`;

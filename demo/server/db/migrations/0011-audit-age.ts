/** What was written down about the work with personal data goes when it is old enough, and only then. */
export const auditAge = `
DROP INDEX "audit_log_at";
CREATE INDEX "audit_log_service_at" ON "audit_log" USING btree ("service_id","at");
CREATE INDEX "audit_log_at" ON "audit_log" USING btree ("at");
GRANT DELETE ON audit_log TO desk_system;
`;

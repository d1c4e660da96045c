/** Whose data an access was about and why, and a log that nobody at work can change. */
export const accessLog = `
ALTER TABLE audit_log ADD COLUMN customer_id integer;
ALTER TABLE audit_log ADD COLUMN customer_code text;
ALTER TABLE audit_log ADD COLUMN reason text;
UPDATE audit_log SET reason = data->>'reason', data = data - 'reason' WHERE data ? 'reason';

-- Each ends with the order in which the log is read.
DROP INDEX "audit_log_service_at";
DROP INDEX "audit_log_at";
CREATE INDEX "audit_log_service_at" ON "audit_log" USING btree ("service_id","at","id");
CREATE INDEX "audit_log_agent" ON "audit_log" USING btree ("service_id","usercode","at","id");
CREATE INDEX "audit_log_kind" ON "audit_log" USING btree ("service_id","kind","at","id");
CREATE INDEX "audit_log_ticket" ON "audit_log" USING btree ("service_id","ticket_id","at","id") WHERE "audit_log"."ticket_id" is not null;
CREATE INDEX "audit_log_customer" ON "audit_log" USING btree ("service_id","customer_id","at","id") WHERE "audit_log"."customer_id" is not null;
CREATE INDEX "audit_log_reason" ON "audit_log" USING btree ("service_id","at","id") WHERE "audit_log"."reason" is not null;
-- Only for what is forgotten: rows come in the order of time.
CREATE INDEX "audit_log_at" ON "audit_log" USING brin ("at");

-- What happened stays as it was written, whoever asks. It goes when it is two years old.
CREATE FUNCTION keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < extract(epoch FROM clock_timestamp()) * 1000 - 731 * 86400000::bigint THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The access log is only added to' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keep_audit_log BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION keep_audit_log();
`;

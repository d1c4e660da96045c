/**
 * Transfer to issue management and back: where a ticket went and how far it is, where one came from, and which services
 * work together. A request sees the rows of one service; what it may know of another is told by functions.
 */
export const transfers = `
ALTER TABLE tickets ADD COLUMN transfer_to text;
ALTER TABLE tickets ADD COLUMN transfer_url text;
ALTER TABLE tickets ADD COLUMN transfer_state text;
ALTER TABLE tickets ADD COLUMN transfer_problem text;
ALTER TABLE tickets ADD COLUMN guidance_linked_id text;
ALTER TABLE tickets ADD COLUMN origin_service text;
ALTER TABLE tickets ADD COLUMN origin_name text;
ALTER TABLE tickets ADD COLUMN origin_ticket_id text;
ALTER TABLE tickets ADD COLUMN origin_guidance jsonb;
CREATE TABLE "issue_transfers" (
	"service_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"linked_service" text NOT NULL,
	"linked_name" text NOT NULL,
	"linked_id" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "issue_transfers_service_id_ticket_id_linked_id_pk" PRIMARY KEY("service_id","ticket_id","linked_id")
);
CREATE INDEX "services_issue" ON "services" USING btree ("organization_id") WHERE "services"."kind" = 'issue';

-- The services that take tickets of the one that row security goes by: those for issues of the same organisation.
CREATE FUNCTION issue_targets() RETURNS TABLE (service_id text, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT target.service_id, target.name
  FROM services own JOIN services target ON target.organization_id = own.organization_id AND target.kind = 'issue'
  WHERE own.service_id = nullif(current_setting('app.service', true), '')
    AND own.kind = 'consultation' AND (own.capabilities ->> 'issueTransfer')::boolean
$$;
-- Whether work for the service that row security goes by may have a part in another one: in the same organisation, one of
-- the two hands over and the other takes.
CREATE FUNCTION works_with(other text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM services own JOIN services partner ON partner.organization_id = own.organization_id AND partner.kind <> own.kind
    WHERE own.service_id = nullif(current_setting('app.service', true), '') AND partner.service_id = other)
$$;
REVOKE EXECUTE ON FUNCTION issue_targets(), works_with(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issue_targets(), works_with(text) TO desk_app, desk_system;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO desk_system;
  ALTER FUNCTION issue_targets() OWNER TO desk_system;
  ALTER FUNCTION works_with(text) OWNER TO desk_system;
  REVOKE CREATE ON SCHEMA public FROM desk_system;
EXCEPTION WHEN insufficient_privilege THEN
  -- Who may not give it away is a member of the role, and sees what it sees.
  IF NOT pg_has_role(current_user, 'desk_system', 'USAGE') THEN
    RAISE;
  END IF;
END
$$;

ALTER TABLE issue_transfers ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_transfers FORCE ROW LEVEL SECURITY;
CREATE POLICY one_service ON issue_transfers TO desk_app USING (service_id = nullif(current_setting('app.service', true), ''))
  WITH CHECK (service_id = nullif(current_setting('app.service', true), ''));
CREATE POLICY every_service ON issue_transfers TO desk_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON issue_transfers TO desk_app, desk_system;
`;

/** Text messages to customers, and chats that were handed in. */
export const smsAndChat = `
ALTER TYPE "entry_kind" ADD VALUE 'sms';
CREATE TABLE "sms_messages" (
	"service_id" text NOT NULL,
	"sms_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"entry_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"recipient" text NOT NULL,
	"attachment_id" text,
	"at" bigint,
	"state" text NOT NULL,
	"problem" text,
	"usercode" text NOT NULL,
	"author_name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"tried_since" bigint NOT NULL,
	"started_at" bigint,
	"sent_at" bigint,
	"delivered_at" bigint,
	CONSTRAINT "sms_messages_service_id_sms_id_pk" PRIMARY KEY("service_id","sms_id")
);
CREATE INDEX "sms_messages_ticket" ON "sms_messages" USING btree ("service_id","ticket_id","created_at");
CREATE INDEX "sms_messages_entry" ON "sms_messages" USING btree ("service_id","entry_id");
CREATE TABLE "chats" (
	"service_id" text NOT NULL,
	"chat_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"entry_id" bigint NOT NULL,
	"lines" jsonb NOT NULL,
	"satisfied" boolean,
	"ended_at" bigint,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "chats_service_id_chat_id_pk" PRIMARY KEY("service_id","chat_id")
);
CREATE INDEX "chats_ticket" ON "chats" USING btree ("service_id","ticket_id");

-- The role of requests cannot change services: this switches both as the one that can, for the service that row security
-- goes by.
CREATE FUNCTION set_messaging(sms boolean, chat boolean) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE services SET capabilities = capabilities || jsonb_build_object('sms', sms, 'chat', chat)
  WHERE service_id = nullif(current_setting('app.service', true), '')
$$;
REVOKE EXECUTE ON FUNCTION set_messaging(boolean, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION set_messaging(boolean, boolean) TO desk_app, desk_system;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO desk_system;
  ALTER FUNCTION set_messaging(boolean, boolean) OWNER TO desk_system;
  REVOKE CREATE ON SCHEMA public FROM desk_system;
EXCEPTION WHEN insufficient_privilege THEN
  -- Who may not give it away is a member of the role, and sees what it sees.
  IF NOT pg_has_role(current_user, 'desk_system', 'USAGE') THEN
    RAISE;
  END IF;
END
$$;

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['sms_messages', 'chats'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY one_service ON %I TO desk_app USING (service_id = nullif(current_setting(''app.service'', true), '''')) WITH CHECK (service_id = nullif(current_setting(''app.service'', true), ''''))',
      table_name);
    EXECUTE format('CREATE POLICY every_service ON %I TO desk_system USING (true) WITH CHECK (true)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO desk_app, desk_system', table_name);
  END LOOP;
END
$$;
`;

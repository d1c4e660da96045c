/**
 * Whom a promised call is for, who promised it, and whether the agent was told that it is due. A ticket has one open call at
 * most: of several the first one stays.
 */
export const promisedCalls = `
ALTER TABLE "callbacks" ADD COLUMN "phone" text DEFAULT '' NOT NULL;
ALTER TABLE "callbacks" ADD COLUMN "made_by" text DEFAULT '' NOT NULL;
ALTER TABLE "callbacks" ADD COLUMN "made_by_name" text DEFAULT '' NOT NULL;
ALTER TABLE "callbacks" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
ALTER TABLE "callbacks" ADD COLUMN "told_at" bigint;

SET LOCAL ROLE desk_system;
UPDATE callbacks c SET state = 'cancelled'
WHERE c.state = 'open' AND EXISTS (
  SELECT 1 FROM callbacks other
  WHERE other.service_id = c.service_id AND other.ticket_id = c.ticket_id AND other.state = 'open'
    AND (other.due_at, other.callback_id) < (c.due_at, c.callback_id));
UPDATE callbacks SET phone = coalesce((
    SELECT customers.phone FROM tickets JOIN customers USING (service_id, customer_id)
    WHERE tickets.service_id = callbacks.service_id AND tickets.ticket_id = callbacks.ticket_id), ''),
  made_by = usercode,
  made_by_name = coalesce((
    SELECT agents.name FROM agents
    WHERE agents.service_id = callbacks.service_id AND agents.usercode = callbacks.usercode), usercode);
RESET ROLE;

CREATE UNIQUE INDEX "callbacks_one_open" ON "callbacks" USING btree ("service_id","ticket_id") WHERE "callbacks"."state" = 'open';
CREATE INDEX "callbacks_due" ON "callbacks" USING btree ("due_at") WHERE "callbacks"."state" = 'open' and "callbacks"."told_at" is null;
`;

/** One customer for each address of a service, and answers that know which ticket they are about. */
export const oneCustomer = `
SET LOCAL ROLE desk_system;
UPDATE tickets SET customer_id = known.first
FROM (
  SELECT service_id, customer_id, min(customer_id) OVER (PARTITION BY service_id, email) AS first
  FROM customers WHERE email IS NOT NULL
) known
WHERE known.service_id = tickets.service_id AND known.customer_id = tickets.customer_id AND known.first <> known.customer_id;
DELETE FROM customers USING customers earlier
WHERE earlier.service_id = customers.service_id AND earlier.email = customers.email AND earlier.customer_id < customers.customer_id;
RESET ROLE;

DROP INDEX "customers_email";
CREATE UNIQUE INDEX "customers_email" ON "customers" USING btree ("service_id","email");

ALTER TABLE "idempotency" ADD COLUMN "ticket_id" text;
CREATE INDEX "idempotency_ticket" ON "idempotency" USING btree ("service_id","ticket_id");
`;

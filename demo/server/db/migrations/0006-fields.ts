/**
 * Fields that a service adds to its tickets, what agents arranged, and sort keys for every column of a list.
 *
 * Values of own fields stand in `ticket_values` too, a row each, so that lists are sorted and searched by them along an
 * index. Triggers keep them, and the names beside the keys of a ticket, so that no code can forget one; they run only
 * for statements that set the columns that they look at.
 *
 * It writes every ticket once and holds the table meanwhile: of a million tickets, for some minutes.
 */
export const fields = `
CREATE TABLE "field_definitions" (
	"service_id" text NOT NULL,
	"code" text NOT NULL,
	"owner" text NOT NULL,
	"type" text NOT NULL,
	"names" jsonb NOT NULL,
	"options" jsonb,
	"required" boolean DEFAULT false NOT NULL,
	"encrypted" boolean DEFAULT false NOT NULL,
	"length" integer DEFAULT 0 NOT NULL,
	"categories" jsonb,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "field_definitions_service_id_code_pk" PRIMARY KEY("service_id","code")
);
CREATE TABLE "ticket_values" (
	"service_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"code" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "ticket_values_service_id_ticket_id_code_value_pk" PRIMARY KEY("service_id","ticket_id","code","value")
);
CREATE INDEX "ticket_values_value" ON "ticket_values" USING btree ("service_id","code","value","ticket_id");
CREATE TABLE "preferences" (
	"service_id" text NOT NULL,
	"usercode" text NOT NULL,
	"document" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "preferences_service_id_usercode_pk" PRIMARY KEY("service_id","usercode")
);

DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['field_definitions', 'ticket_values', 'preferences'] LOOP
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

ALTER TABLE services ADD COLUMN conditions jsonb
  DEFAULT '["created", "status", "category", "assignee", "channel", "name", "email"]'::jsonb NOT NULL;

ALTER TABLE tickets
  ADD COLUMN category_name text DEFAULT '' NOT NULL,
  ADD COLUMN handling_type_name text DEFAULT '' NOT NULL,
  ADD COLUMN customer_email text DEFAULT '' NOT NULL,
  ADD COLUMN customer_phone text DEFAULT '' NOT NULL,
  ADD COLUMN customer_usercode text DEFAULT '' NOT NULL,
  ADD COLUMN language_rank smallint GENERATED ALWAYS AS (CASE "language" WHEN 'ko' THEN 0 WHEN 'ja' THEN 1 WHEN 'en' THEN 2 END) STORED NOT NULL,
  ADD COLUMN reason_rank smallint GENERATED ALWAYS AS (CASE "reason" WHEN 'spam' THEN 0 WHEN 'abuse' THEN 1 WHEN 'test' THEN 2 WHEN 'duplicate' THEN 3 WHEN 'chat' THEN 4 WHEN 'phone' THEN 5 WHEN 'other' THEN 6 ELSE -1 END) STORED NOT NULL;

-- Names beside their keys, and the facts of the customer that a list shows. The address is the one that answers go to.
CREATE FUNCTION name_ticket() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  customer record;
BEGIN
  NEW.category_name := coalesce((SELECT left(name, 200) FROM categories
    WHERE service_id = NEW.service_id AND category_id = NEW.category_id), '');
  NEW.handling_type_name := coalesce((SELECT left(name, 200) FROM handling_types
    WHERE service_id = NEW.service_id AND handling_type_id = NEW.handling_type_id), '');
  SELECT left(email, 500) AS email, left(phone, 100) AS phone, left(usercode, 100) AS usercode INTO customer FROM customers
    WHERE service_id = NEW.service_id AND customer_id = NEW.customer_id;
  NEW.customer_email := coalesce(CASE WHEN NEW.customer_id IS NOT NULL THEN left(NEW.answer_to, 500) END, customer.email, '');
  NEW.customer_phone := coalesce(customer.phone, '');
  NEW.customer_usercode := coalesce(customer.usercode, '');
  RETURN NEW;
END
$$;
CREATE TRIGGER tickets_named BEFORE INSERT OR UPDATE OF category_id, handling_type_id, customer_id, answer_to ON tickets
  FOR EACH ROW EXECUTE FUNCTION name_ticket();

-- Setting a key to what it is lets the trigger above read the name again.
CREATE FUNCTION rename_category() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tickets SET category_id = category_id
  WHERE service_id = coalesce(NEW.service_id, OLD.service_id) AND category_id = coalesce(NEW.category_id, OLD.category_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER categories_renamed AFTER UPDATE OF name OR DELETE ON categories
  FOR EACH ROW EXECUTE FUNCTION rename_category();
CREATE FUNCTION rename_handling_type() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE tickets SET handling_type_id = handling_type_id
  WHERE service_id = coalesce(NEW.service_id, OLD.service_id)
    AND handling_type_id = coalesce(NEW.handling_type_id, OLD.handling_type_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER handling_types_renamed AFTER UPDATE OF name OR DELETE ON handling_types
  FOR EACH ROW EXECUTE FUNCTION rename_handling_type();
CREATE FUNCTION rename_customer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order in which the server locks tickets.
  PERFORM FROM tickets WHERE service_id = NEW.service_id AND customer_id = NEW.customer_id ORDER BY ticket_id FOR UPDATE;
  UPDATE tickets SET customer_id = customer_id, customer_name = NEW.name
  WHERE service_id = NEW.service_id AND customer_id = NEW.customer_id;
  RETURN NULL;
END
$$;
CREATE TRIGGER customers_renamed AFTER UPDATE OF name, email, phone, usercode ON customers
  FOR EACH ROW WHEN ((OLD.name, OLD.email, OLD.phone, OLD.usercode) IS DISTINCT FROM (NEW.name, NEW.email, NEW.phone, NEW.usercode))
  EXECUTE FUNCTION rename_customer();

-- What tickets are sorted and searched by of their own fields: under the code the whole value, cut to what fits an index,
-- and of check boxes under the code and '[]' each of the values. Encrypted values are in neither.
CREATE FUNCTION values_of(of_service text, of_fields jsonb) RETURNS TABLE (code text, value text) LANGUAGE sql STABLE AS $$
  WITH told AS (
    SELECT d.code, d.type, f.value,
      CASE jsonb_typeof(f.value) WHEN 'array' THEN f.value ELSE jsonb_build_array(f.value) END AS list
    FROM jsonb_each(of_fields) f (code, value)
    JOIN field_definitions d ON d.service_id = of_service AND d.code = f.code
    WHERE NOT d.encrypted AND d.type NOT IN ('caption', 'file')
  ), wanted AS (
    SELECT told.code, (SELECT string_agg(one, ', ' ORDER BY place)
      FROM jsonb_array_elements_text(told.list) WITH ORDINALITY AS listed (one, place)) AS value FROM told
    UNION ALL
    SELECT told.code || '[]', one FROM told, jsonb_array_elements_text(told.list) AS listed (one) WHERE told.type = 'checkbox'
  )
  SELECT DISTINCT wanted.code, left(wanted.value, 500) FROM wanted WHERE wanted.value <> ''
$$;

CREATE FUNCTION keep_ticket_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM ticket_values WHERE service_id = OLD.service_id AND ticket_id = OLD.ticket_id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM ticket_values kept WHERE kept.service_id = NEW.service_id AND kept.ticket_id = NEW.ticket_id
      AND NOT EXISTS (SELECT FROM values_of(NEW.service_id, NEW.fields) now WHERE now.code = kept.code AND now.value = kept.value);
  END IF;
  INSERT INTO ticket_values (service_id, ticket_id, code, value)
  SELECT NEW.service_id, NEW.ticket_id, code, value FROM values_of(NEW.service_id, NEW.fields)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END
$$;
CREATE TRIGGER tickets_values_added AFTER INSERT ON tickets
  FOR EACH ROW WHEN (NEW.fields <> '{}'::jsonb) EXECUTE FUNCTION keep_ticket_values();
CREATE TRIGGER tickets_values_changed AFTER UPDATE OF fields ON tickets
  FOR EACH ROW WHEN (NEW.fields IS DISTINCT FROM OLD.fields) EXECUTE FUNCTION keep_ticket_values();
CREATE TRIGGER tickets_values_removed AFTER DELETE ON tickets
  FOR EACH ROW WHEN (OLD.fields <> '{}'::jsonb) EXECUTE FUNCTION keep_ticket_values();

-- Values that tickets hold already when a field is made, and those of one that is encrypted from now on.
CREATE FUNCTION keep_values_of_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM ticket_values
  WHERE service_id = coalesce(NEW.service_id, OLD.service_id)
    AND code IN (coalesce(NEW.code, OLD.code), coalesce(NEW.code, OLD.code) || '[]');
  INSERT INTO ticket_values (service_id, ticket_id, code, value)
  SELECT t.service_id, t.ticket_id, v.code, v.value FROM tickets t
  CROSS JOIN LATERAL values_of(t.service_id, jsonb_build_object(NEW.code, t.fields -> NEW.code)) v
  WHERE t.service_id = NEW.service_id AND t.fields ? NEW.code;
  RETURN NULL;
END
$$;
CREATE TRIGGER fields_defined AFTER INSERT OR UPDATE OF type, encrypted OR DELETE ON field_definitions
  FOR EACH ROW EXECUTE FUNCTION keep_values_of_field();

-- Tickets that were there before. Row security holds for the owner too, so the role that sees all of them writes.
SET LOCAL ROLE desk_system;
UPDATE tickets SET customer_id = customer_id, creator_name = coalesce(creator_name, '');
SET LOCAL ROLE NONE;
ALTER TABLE tickets ALTER COLUMN creator_name SET DEFAULT '', ALTER COLUMN creator_name SET NOT NULL;

CREATE INDEX "tickets_category_name" ON "tickets" USING btree ("service_id","category_name","ticket_id");
CREATE INDEX "tickets_handling_type_name" ON "tickets" USING btree ("service_id","handling_type_name","ticket_id");
CREATE INDEX "tickets_customer_email" ON "tickets" USING btree ("service_id","customer_email","ticket_id");
`;

/**
 * Search by parts of words. Korean and Japanese have words inside words, so what is indexed are all pairs and triples of
 * neighbouring characters, as numbers; a text that has those of a needle is then read for the needle itself. The indexes
 * are made from the texts where they stand, so a text that is masked or deleted is gone from them with it.
 *
 * Operators on arrays may tell what they compare, so under row security they cannot use an index. `search_tickets` looks
 * in the indexes as the role that sees all services, and takes the service from the setting that row security goes by.
 */
export const search = `
-- A text as it is compared: width, case and the kind of white space make no difference.
CREATE FUNCTION search_form(body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(normalize(translate(body, E'\\n\\r\\t', '   '), NFKC))
$$;

-- The pairs and triples of such a text. The salt is part of each: nobody finds anything with those of another service.
CREATE FUNCTION search_grams(salt text, form text) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 1000 AS $$
DECLARE
  letters text[] := string_to_array(form, NULL);
BEGIN
  RETURN ARRAY(
    SELECT hashtext(salt || a || b) FROM unnest(letters, letters[2:]) AS pair (a, b) WHERE b IS NOT NULL
    UNION ALL
    SELECT hashtext(salt || a || b || c) FROM unnest(letters, letters[2:], letters[3:]) AS triple (a, b, c) WHERE c IS NOT NULL
  );
END
$$;

-- Those to look for: triples say more than the pairs in them.
CREATE FUNCTION search_keys(salt text, form text) RETURNS integer[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  letters text[] := string_to_array(form, NULL);
BEGIN
  IF cardinality(letters) = 2 THEN
    RETURN ARRAY[hashtext(salt || form)];
  END IF;
  RETURN ARRAY(
    SELECT hashtext(salt || a || b || c) FROM unnest(letters, letters[2:], letters[3:]) AS triple (a, b, c) WHERE c IS NOT NULL
  );
END
$$;

-- The digits of what looks like a telephone number, else nothing.
CREATE FUNCTION search_digits(form text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT CASE WHEN form ~ '^[-+(). 0-9]*[0-9][-+(). ]*[0-9][-+(). 0-9]*$' THEN regexp_replace(form, '[^0-9]', '', 'g') ELSE '' END
$$;

-- What is searched of a ticket beside its messages: a line for each fact, the last one for the digits of the number.
CREATE TABLE "search_heads" (
	"service_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "search_heads_service_id_ticket_id_pk" PRIMARY KEY("service_id","ticket_id")
);
ALTER TABLE search_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY one_service ON search_heads TO desk_app
  USING (service_id = nullif(current_setting('app.service', true), ''))
  WITH CHECK (service_id = nullif(current_setting('app.service', true), ''));
CREATE POLICY every_service ON search_heads TO desk_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON search_heads TO desk_app, desk_system;

CREATE FUNCTION search_head(ticket_id text, subject text, name text, usercode text, email text, phone text)
RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT concat_ws(E'\\n', search_form(ticket_id), search_form(subject), search_form(name), search_form(usercode),
    search_form(email), search_form(phone), regexp_replace(search_form(phone), '[^0-9]', '', 'g'))
$$;

CREATE FUNCTION keep_search_heads() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO search_heads (service_id, ticket_id, text)
    SELECT service_id, ticket_id, search_head(ticket_id, subject, customer_name, customer_usercode, customer_email, customer_phone)
    FROM added;
  ELSIF TG_OP = 'DELETE' THEN
    DELETE FROM search_heads USING removed
    WHERE search_heads.service_id = removed.service_id AND search_heads.ticket_id = removed.ticket_id;
  ELSE
    UPDATE search_heads
    SET text = search_head(NEW.ticket_id, NEW.subject, NEW.customer_name, NEW.customer_usercode, NEW.customer_email, NEW.customer_phone)
    WHERE search_heads.service_id = NEW.service_id AND search_heads.ticket_id = NEW.ticket_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER tickets_searched AFTER INSERT ON tickets
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_search_heads();
CREATE TRIGGER tickets_searched_otherwise AFTER UPDATE ON tickets
  FOR EACH ROW WHEN ((OLD.subject, OLD.customer_name, OLD.customer_usercode, OLD.customer_email, OLD.customer_phone)
    IS DISTINCT FROM (NEW.subject, NEW.customer_name, NEW.customer_usercode, NEW.customer_email, NEW.customer_phone))
  EXECUTE FUNCTION keep_search_heads();
CREATE TRIGGER tickets_not_searched AFTER DELETE ON tickets
  REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION keep_search_heads();

-- Tickets that were there before. Row security holds for the owner too, so the role that sees all of them writes.
SET LOCAL ROLE desk_system;
INSERT INTO search_heads (service_id, ticket_id, text)
SELECT service_id, ticket_id, search_head(ticket_id, subject, customer_name, customer_usercode, customer_email, customer_phone)
FROM tickets;
SET LOCAL ROLE NONE;

CREATE INDEX "search_heads_grams" ON "search_heads" USING gin (search_grams(service_id, text));
CREATE INDEX "messages_grams" ON "messages" USING gin (search_grams(service_id, search_form(text)));
CREATE INDEX "ticket_values_grams" ON "ticket_values" USING gin (search_grams(service_id || ' ' || code, search_form(value)));

CREATE INDEX "tickets_category" ON "tickets" USING btree ("service_id","category_id","updated_at","ticket_id");
CREATE INDEX "tickets_handling_type" ON "tickets" USING btree ("service_id","handling_type_id","updated_at","ticket_id");
CREATE INDEX "tickets_creator" ON "tickets" USING btree ("service_id","creator","updated_at","ticket_id") WHERE "tickets"."creator" is not null;
CREATE INDEX "tickets_internal" ON "tickets" USING btree ("service_id","updated_at","ticket_id") WHERE "tickets"."resolution" = 'internal';
CREATE INDEX "tickets_reason" ON "tickets" USING btree ("service_id","reason_rank","updated_at","ticket_id") WHERE "tickets"."reason_rank" >= 0;

-- How many rows the planner expects of a statement. Volatile, because nothing else may ask it.
CREATE FUNCTION expected_rows(statement text) RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || statement INTO plan;
  RETURN (plan -> 0 -> 'Plan' ->> 'Plan Rows')::double precision;
END
$$;

-- Whether a statement finds no more rows than that. What the planner does not know to be frequent it takes to be neither
-- frequent nor rare, so there the rows are counted; reading them costs less than comparing texts.
CREATE FUNCTION finds_few(statement text, about double precision, tickets double precision, most integer)
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  found bigint;
BEGIN
  IF about <= 1000 THEN
    RETURN true;
  ELSIF about > greatest(most, 0.05 * tickets) THEN
    RETURN false;
  END IF;
  EXECUTE format('SELECT count(*) FROM (%s LIMIT %s) few', statement, most + 1) INTO found;
  RETURN found <= most;
END
$$;

-- The tickets of the service that hold a needle in a place: 'any' (head or messages), 'content' (messages), the number of a
-- line of the head, or the code of a field after 'f.'. No ids where there are more than is worth reading, or where no index
-- helps: then the list is walked and each of its tickets asked. 'about' is how many are expected.
CREATE FUNCTION search_tickets(place text, needle text, most integer, OUT ids text[], OUT about double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  service text := nullif(current_setting('app.service', true), '');
  form text := search_form(needle);
  digits text := search_digits(form);
  field text := substr(place, 3);
  line integer := CASE WHEN place ~ '^[1-6]$' THEN place::integer END;
  keys integer[];
  digit_keys integer[];
  head_holds text := 'SELECT FROM search_heads WHERE search_grams(service_id, text) @> %L::integer[]';
  statements text[];
  statement text;
  expected double precision;
  are_few boolean := true;
  tickets double precision := (SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = 'search_heads'::regclass);
BEGIN
  IF service IS NULL OR char_length(form) < 2 THEN
    RETURN;
  END IF;
  keys := search_keys(CASE WHEN place LIKE 'f.%' THEN service || ' ' || field ELSE service END, form);
  IF digits <> '' AND (line = 6 OR (place = 'any' AND digits <> form)) THEN
    digit_keys := search_keys(service, digits);
  END IF;
  statements := CASE
    WHEN place LIKE 'f.%' THEN ARRAY[format(
      'SELECT FROM ticket_values WHERE search_grams(service_id || '' '' || code, search_form(value)) @> %L::integer[]', keys)]
    ELSE array_remove(ARRAY[
      CASE WHEN place <> 'content' THEN format(head_holds, keys) END,
      CASE WHEN digit_keys IS NOT NULL THEN format(head_holds, digit_keys) END,
      CASE WHEN place IN ('any', 'content') THEN format(
        'SELECT FROM messages WHERE search_grams(service_id, search_form(text)) @> %L::integer[]', keys) END
    ], NULL)
  END;
  about := 0;
  FOREACH statement IN ARRAY statements LOOP
    expected := expected_rows(statement);
    about := about + expected;
    are_few := are_few AND finds_few(statement, expected, tickets, most);
  END LOOP;
  IF NOT are_few THEN
    RETURN;
  END IF;
  IF place LIKE 'f.%' THEN
    ids := ARRAY(SELECT DISTINCT v.ticket_id FROM ticket_values v
      WHERE search_grams(v.service_id || ' ' || v.code, search_form(v.value)) @> keys AND v.service_id = service
        AND v.code = field AND position(form IN search_form(v.value)) > 0
      LIMIT most + 1);
  ELSE
    ids := ARRAY(SELECT found.ticket_id FROM (
      (SELECT h.ticket_id FROM search_heads h
        WHERE place <> 'content' AND search_grams(h.service_id, h.text) @> keys AND h.service_id = service
          AND position(form IN CASE WHEN line IS NULL THEN h.text ELSE split_part(h.text, E'\\n', line) END) > 0
        LIMIT most + 1)
      UNION
      (SELECT h.ticket_id FROM search_heads h
        WHERE digit_keys IS NOT NULL AND search_grams(h.service_id, h.text) @> digit_keys AND h.service_id = service
          AND position(digits IN split_part(h.text, E'\\n', 7)) > 0
        LIMIT most + 1)
      UNION
      (SELECT m.ticket_id FROM messages m
        WHERE place IN ('any', 'content') AND search_grams(m.service_id, search_form(m.text)) @> keys AND m.service_id = service
          AND position(form IN search_form(m.text)) > 0
        LIMIT most + 1)
    ) found LIMIT most + 1);
  END IF;
  IF cardinality(ids) > most THEN
    ids := NULL;
    about := greatest(about, most);
  END IF;
END
$$;

-- Whether a ticket holds a needle, for walking a list. Its cost lets other conditions be asked first, and a function is
-- never turned into a join that reads all texts.
CREATE FUNCTION content_holds(service text, ticket text, form text) RETURNS boolean LANGUAGE plpgsql STABLE COST 1000 AS $$
BEGIN
  RETURN EXISTS (SELECT FROM messages m
    WHERE m.service_id = service AND m.ticket_id = ticket AND position(form IN search_form(m.text)) > 0);
END
$$;
CREATE FUNCTION ticket_holds(service text, ticket text, form text, digits text) RETURNS boolean LANGUAGE plpgsql STABLE COST 1000 AS $$
DECLARE
  head text := (SELECT h.text FROM search_heads h WHERE h.service_id = service AND h.ticket_id = ticket);
BEGIN
  RETURN position(form IN head) > 0 OR (digits <> '' AND position(digits IN split_part(head, E'\\n', 7)) > 0)
    OR content_holds(service, ticket, form);
END
$$;

REVOKE EXECUTE ON FUNCTION search_tickets(text, text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_tickets(text, text, integer) TO desk_app, desk_system;

-- Only that role reads the rows of all services without a condition that the indexes would have to wait for.
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO desk_system;
  ALTER FUNCTION search_tickets(text, text, integer) OWNER TO desk_system;
  REVOKE CREATE ON SCHEMA public FROM desk_system;
EXCEPTION WHEN insufficient_privilege THEN
  -- Who may not give it away is a member of the role, and sees what it sees.
  IF NOT pg_has_role(current_user, 'desk_system', 'USAGE') THEN
    RAISE;
  END IF;
END
$$;
`;

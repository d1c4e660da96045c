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
  grams integer[] := '{}';
  letters text[] := string_to_array(form, NULL);
  before text;
  last text := letters[1];
  letter text;
BEGIN
  FOREACH letter IN ARRAY letters[2:] LOOP
    grams := grams || hashtext(salt || last || letter);
    IF before IS NOT NULL THEN
      grams := grams || hashtext(salt || before || last || letter);
    END IF;
    before := last;
    last := letter;
  END LOOP;
  RETURN grams;
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

-- How many rows the planner expects to have the rarest of some grams: those that stand side by side are not independent.
-- Volatile, because nothing else may ask it.
CREATE FUNCTION expected_rows(statement text, grams integer[]) RETURNS double precision LANGUAGE plpgsql
SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT JSON) ' || (SELECT string_agg(format(statement, ARRAY[gram]), ' UNION ALL ') FROM unnest(grams[1:4]) gram)
    INTO plan;
  plan := plan -> 0 -> 'Plan';
  RETURN (SELECT min((one ->> 'Plan Rows')::double precision)
    FROM json_array_elements(CASE plan ->> 'Node Type' WHEN 'Append' THEN plan -> 'Plans' ELSE json_build_array(plan) END) one);
END
$$;

-- The tickets of the service that hold a needle in a place: 'any' (head or messages), 'content' (messages), the number of a
-- line of the head, or the code of a field after 'f.'. No ids where there are more than 'most', or where no index helps: then
-- the list is walked and each of its tickets asked. 'about' is how many are expected.
CREATE FUNCTION search_tickets(place text, needle text, most integer, OUT ids text[], OUT about double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  service text := nullif(current_setting('app.service', true), '');
  form text := search_form(needle);
  digits text := search_digits(form);
  field text := CASE WHEN place LIKE 'f.%' THEN substr(place, 3) END;
  line integer := CASE WHEN place ~ '^[1-6]$' THEN place::integer END;
  in_heads boolean := field IS NULL AND place <> 'content';
  in_messages boolean := place IN ('any', 'content');
  keys integer[];
  digit_keys integer[];
  heads constant text := 'SELECT FROM search_heads WHERE search_grams(service_id, text) @> %L::integer[]';
  candidates bigint;
BEGIN
  IF service IS NULL OR char_length(form) < 2 THEN
    RETURN;
  END IF;
  keys := search_keys(CASE WHEN field IS NULL THEN service ELSE service || ' ' || field END, form);
  IF digits <> '' AND (line = 6 OR (place = 'any' AND digits <> form)) THEN
    digit_keys := search_keys(service, digits);
  END IF;
  IF most IS NOT NULL THEN
    about := CASE WHEN in_heads THEN expected_rows(heads, keys) ELSE 0 END
      + CASE WHEN digit_keys IS NOT NULL THEN expected_rows(heads, digit_keys) ELSE 0 END
      + CASE WHEN in_messages THEN expected_rows(
          'SELECT FROM messages WHERE search_grams(service_id, search_form(text)) @> %L::integer[]', keys) ELSE 0 END
      + CASE WHEN field IS NOT NULL THEN expected_rows(
          'SELECT FROM ticket_values WHERE search_grams(service_id || '' '' || code, search_form(value)) @> %L::integer[]', keys) ELSE 0 END;
    -- What the planner does not know to be frequent it takes to be neither frequent nor rare: there the index is asked.
    IF about > greatest(most, 0.05 * (SELECT reltuples FROM pg_class WHERE oid = 'search_heads'::regclass)) THEN
      RETURN;
    END IF;
  END IF;
  IF field IS NOT NULL THEN
    SELECT count(*), coalesce(array_agg(DISTINCT found.ticket_id) FILTER (WHERE found.holds), '{}') INTO candidates, ids FROM (
      SELECT v.ticket_id, v.service_id = service AND v.code = field AND position(form IN search_form(v.value)) > 0 AS holds
      FROM ticket_values v WHERE search_grams(v.service_id || ' ' || v.code, search_form(v.value)) @> keys LIMIT most + 1
    ) found;
  ELSE
    SELECT count(*), coalesce(array_agg(DISTINCT found.ticket_id) FILTER (WHERE found.holds), '{}') INTO candidates, ids FROM (
      (SELECT h.ticket_id, h.service_id = service
          AND position(form IN CASE WHEN line IS NULL THEN h.text ELSE split_part(h.text, E'\\n', line) END) > 0 AS holds
        FROM search_heads h WHERE in_heads AND search_grams(h.service_id, h.text) @> keys LIMIT most + 1)
      UNION ALL
      (SELECT h.ticket_id, h.service_id = service AND position(digits IN split_part(h.text, E'\\n', 7)) > 0
        FROM search_heads h WHERE digit_keys IS NOT NULL AND search_grams(h.service_id, h.text) @> digit_keys LIMIT most + 1)
      UNION ALL
      (SELECT m.ticket_id, m.service_id = service AND position(form IN search_form(m.text)) > 0
        FROM messages m WHERE in_messages AND search_grams(m.service_id, search_form(m.text)) @> keys LIMIT most + 1)
    ) found;
  END IF;
  IF candidates > most THEN
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

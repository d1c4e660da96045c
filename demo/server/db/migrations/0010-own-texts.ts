/**
 * Texts of own fields, whole: `ticket_values` has what a list is sorted by, which an index cuts. Triggers keep them, as
 * they keep those.
 */
export const ownTexts = `
CREATE TABLE "field_texts" (
	"service_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"code" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "field_texts_service_id_ticket_id_code_pk" PRIMARY KEY("service_id","ticket_id","code")
);
ALTER TABLE field_texts ENABLE ROW LEVEL SECURITY;
ALTER TABLE field_texts FORCE ROW LEVEL SECURITY;
CREATE POLICY one_service ON field_texts TO desk_app
  USING (service_id = nullif(current_setting('app.service', true), ''))
  WITH CHECK (service_id = nullif(current_setting('app.service', true), ''));
CREATE POLICY every_service ON field_texts TO desk_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON field_texts TO desk_app, desk_system;

CREATE FUNCTION texts_of(of_service text, of_fields jsonb) RETURNS TABLE (code text, text text) LANGUAGE sql STABLE AS $$
  SELECT d.code, f.value #>> '{}' FROM jsonb_each(of_fields) f (code, value)
  JOIN field_definitions d ON d.service_id = of_service AND d.code = f.code
  WHERE NOT d.encrypted AND d.type IN ('text', 'textarea') AND f.value #>> '{}' <> ''
$$;

CREATE FUNCTION keep_field_texts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM field_texts WHERE service_id = OLD.service_id AND ticket_id = OLD.ticket_id;
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM field_texts kept WHERE kept.service_id = NEW.service_id AND kept.ticket_id = NEW.ticket_id
      AND NOT EXISTS (SELECT FROM texts_of(NEW.service_id, NEW.fields) now WHERE now.code = kept.code);
  END IF;
  INSERT INTO field_texts AS kept (service_id, ticket_id, code, text)
  SELECT NEW.service_id, NEW.ticket_id, now.code, now.text FROM texts_of(NEW.service_id, NEW.fields) now
  ON CONFLICT ON CONSTRAINT field_texts_service_id_ticket_id_code_pk
  DO UPDATE SET text = excluded.text WHERE kept.text <> excluded.text;
  RETURN NULL;
END
$$;
CREATE TRIGGER tickets_texts_added AFTER INSERT ON tickets
  FOR EACH ROW WHEN (NEW.fields <> '{}'::jsonb) EXECUTE FUNCTION keep_field_texts();
CREATE TRIGGER tickets_texts_changed AFTER UPDATE OF fields ON tickets
  FOR EACH ROW WHEN (NEW.fields IS DISTINCT FROM OLD.fields) EXECUTE FUNCTION keep_field_texts();
CREATE TRIGGER tickets_texts_removed AFTER DELETE ON tickets
  FOR EACH ROW WHEN (OLD.fields <> '{}'::jsonb) EXECUTE FUNCTION keep_field_texts();

-- Texts that tickets hold already when a field is made, and those of one that is encrypted from now on.
CREATE FUNCTION keep_texts_of_field() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM field_texts WHERE service_id = NEW.service_id AND code = NEW.code;
  INSERT INTO field_texts (service_id, ticket_id, code, text)
  SELECT t.service_id, t.ticket_id, own.code, own.text FROM tickets t
  CROSS JOIN LATERAL texts_of(t.service_id, jsonb_build_object(NEW.code, t.fields -> NEW.code)) own
  WHERE t.service_id = NEW.service_id AND t.fields ? NEW.code;
  RETURN NULL;
END
$$;
CREATE TRIGGER fields_defined_texts AFTER INSERT OR UPDATE OF type, encrypted ON field_definitions
  FOR EACH ROW EXECUTE FUNCTION keep_texts_of_field();

-- A field that is given up is switched off: its code is never used again, and lists that show it stay as they were arranged.
REVOKE DELETE ON field_definitions FROM desk_app, desk_system;

-- Tickets that were there before. Row security holds for the owner too, so the role that sees all of them writes.
SET LOCAL ROLE desk_system;
INSERT INTO field_texts (service_id, ticket_id, code, text)
SELECT t.service_id, t.ticket_id, own.code, own.text FROM tickets t CROSS JOIN LATERAL texts_of(t.service_id, t.fields) own
WHERE t.fields <> '{}'::jsonb;
SET LOCAL ROLE NONE;

DROP INDEX "ticket_values_grams";
CREATE INDEX "field_texts_grams" ON "field_texts" USING gin (search_grams(service_id || ' ' || code, search_form(text)));

-- As before, but own fields are looked up in their whole texts, and nobody's temporary table stands before ours.
-- The tickets of the service that hold a needle in a place: 'any' (head or messages), 'content' (messages), the number of a
-- line of the head, or the code of a field after 'f.'. No ids where there are more than 'most', or where no index helps: then
-- the list is walked and each of its tickets asked. 'about' is how many are expected.
CREATE OR REPLACE FUNCTION search_tickets(place text, needle text, most integer, OUT ids text[], OUT about double precision)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
          'SELECT FROM field_texts WHERE search_grams(service_id || '' '' || code, search_form(text)) @> %L::integer[]', keys) ELSE 0 END;
    -- What the planner does not know to be frequent it takes to be neither frequent nor rare: there the index is asked.
    IF about > greatest(most, 0.05 * (SELECT reltuples FROM pg_class WHERE oid = 'search_heads'::regclass)) THEN
      RETURN;
    END IF;
  END IF;
  IF field IS NOT NULL THEN
    SELECT count(*), coalesce(array_agg(DISTINCT found.ticket_id) FILTER (WHERE found.holds), '{}') INTO candidates, ids FROM (
      SELECT t.ticket_id, t.service_id = service AND t.code = field AND position(form IN search_form(t.text)) > 0 AS holds
      FROM field_texts t WHERE search_grams(t.service_id || ' ' || t.code, search_form(t.text)) @> keys LIMIT most + 1
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

-- It explains any statement that it is given.
REVOKE EXECUTE ON FUNCTION expected_rows(text, integer[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION expected_rows(text, integer[]) TO desk_system;
`;

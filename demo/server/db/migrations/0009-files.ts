/** What stands at own fields, files that wait for their text, and customers by the beginning of what is known of them. */
export const files = `
ALTER TABLE field_definitions ADD COLUMN hints jsonb DEFAULT '{}'::jsonb NOT NULL;
ALTER TABLE field_definitions ADD COLUMN placeholders jsonb DEFAULT '{}'::jsonb NOT NULL;

ALTER TABLE attachments ADD COLUMN uploaded_by text;
ALTER TABLE attachments ADD COLUMN draft_of text;
CREATE INDEX "attachments_unused" ON "attachments" USING btree ("created_at") WHERE "attachments"."ticket_id" is null;
ALTER TABLE drafts ADD COLUMN attachment_ids jsonb DEFAULT '[]'::jsonb NOT NULL;

CREATE INDEX "customers_name_begins" ON "customers" USING btree (service_id, search_form(name) text_pattern_ops);
CREATE INDEX "customers_email_begins" ON "customers" USING btree (service_id, search_form(email) text_pattern_ops);
CREATE INDEX "customers_usercode_begins" ON "customers" USING btree (service_id, search_form(usercode) text_pattern_ops);
CREATE INDEX "customers_phone_begins" ON "customers" USING btree (service_id, phone_digits text_pattern_ops);

-- Customers of the service that begin so, at most ten of each kind, in the order of the index. Under row security an index
-- on an expression cannot be used, so it looks as the role that sees all services, and takes the service from the setting.
CREATE FUNCTION find_customers(needle text) RETURNS TABLE (customer_id integer, kind integer, form text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  service constant text := nullif(current_setting('app.service', true), '');
  low constant text := search_form(needle);
  digits constant text := search_digits(low);
  -- Nothing that begins so comes after these.
  above constant text := low || chr(1114111);
  digits_above constant text := digits || chr(1114111);
BEGIN
  IF service IS NULL OR char_length(low) < 2 THEN
    RETURN;
  END IF;
  RETURN QUERY
    (SELECT c.customer_id, 1, search_form(c.name) FROM customers c
      WHERE c.service_id = service AND search_form(c.name) ~>=~ low AND search_form(c.name) ~<~ above
      ORDER BY search_form(c.name) USING ~<~ LIMIT 10)
    UNION ALL
    (SELECT c.customer_id, 2, search_form(c.email) FROM customers c
      WHERE c.service_id = service AND search_form(c.email) ~>=~ low AND search_form(c.email) ~<~ above
      ORDER BY search_form(c.email) USING ~<~ LIMIT 10)
    UNION ALL
    (SELECT c.customer_id, 3, search_form(c.usercode) FROM customers c
      WHERE c.service_id = service AND search_form(c.usercode) ~>=~ low AND search_form(c.usercode) ~<~ above
      ORDER BY search_form(c.usercode) USING ~<~ LIMIT 10)
    UNION ALL
    (SELECT c.customer_id, 4, c.phone_digits FROM customers c
      WHERE digits <> '' AND c.service_id = service AND c.phone_digits ~>=~ digits AND c.phone_digits ~<~ digits_above
      ORDER BY c.phone_digits USING ~<~ LIMIT 10);
END
$$;
REVOKE EXECUTE ON FUNCTION find_customers(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_customers(text) TO desk_app, desk_system;
DO $$
BEGIN
  GRANT CREATE ON SCHEMA public TO desk_system;
  ALTER FUNCTION find_customers(text) OWNER TO desk_system;
  REVOKE CREATE ON SCHEMA public FROM desk_system;
EXCEPTION WHEN insufficient_privilege THEN
  -- Who may not give it away is a member of the role, and sees what it sees.
  IF NOT pg_has_role(current_user, 'desk_system', 'USAGE') THEN
    RAISE;
  END IF;
END
$$;
`;

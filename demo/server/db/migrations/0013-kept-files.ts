/** Files that stay: those of earlier texts and those of templates. */
export const keptFiles = `
ALTER TABLE draft_versions ADD COLUMN attachment_ids jsonb DEFAULT '[]'::jsonb NOT NULL;
ALTER TABLE attachments ADD COLUMN template_id integer;
CREATE INDEX "attachments_template" ON "attachments" USING btree ("service_id","template_id") WHERE "attachments"."template_id" is not null;
CREATE INDEX "attachments_uploader" ON "attachments" USING btree ("service_id","uploaded_by") WHERE "attachments"."ticket_id" is null;
`;

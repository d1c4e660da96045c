/** For which channels customers are looked up as a ticket opens. It was so for all of them, and stays so until told. */
export const automaticLookUp = `
ALTER TABLE "customer_info_links" ADD COLUMN "auto_look_up" jsonb DEFAULT '["web","spweb","api","mail","chat","phone","manual","issue"]'::jsonb NOT NULL;
-- Where a link leads and how it signs is changed by no request.
GRANT UPDATE ("auto_look_up") ON "customer_info_links" TO desk_app;
`;

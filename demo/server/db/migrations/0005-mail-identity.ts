/**
 * Who a mail is from and what it says, kept apart: answers may go to another address than the customer's own, and mails
 * are compared without reading them again. Mails from before have no digest and equal no other.
 */
export const mailIdentity = `
ALTER TABLE tickets ADD COLUMN answer_to text;
ALTER TABLE raw_sources ADD COLUMN content_sha256 text;
`;

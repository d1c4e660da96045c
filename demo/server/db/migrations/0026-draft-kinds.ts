/** Unsent texts beside the answer: what an agent has begun for a transfer, and what is to be asked of another service. */
export const draftKinds = `
ALTER TABLE drafts ADD COLUMN kind text DEFAULT 'answer' NOT NULL;
ALTER TABLE drafts DROP CONSTRAINT "drafts_service_id_ticket_id_usercode_pk";
ALTER TABLE drafts ADD CONSTRAINT "drafts_service_id_ticket_id_usercode_kind_pk" PRIMARY KEY("service_id","ticket_id","usercode","kind");
`;

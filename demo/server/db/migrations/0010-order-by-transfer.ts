/** Where a ticket was transferred to, as a key that lists are sorted by. */
export const orderByTransfer = `
ALTER TABLE tickets ADD COLUMN transfer_rank smallint
  GENERATED ALWAYS AS (CASE "transfer_kind" WHEN 'issue' THEN 0 WHEN 'dooray' THEN 1 ELSE -1 END) STORED NOT NULL;
`;

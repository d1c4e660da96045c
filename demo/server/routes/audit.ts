import { auditExportBody, auditQuery, auditRecord, maskAuditQuery } from '../contract/audit.js';
import type { Api } from '../api.js';
import { ticketPath } from '../contract/tickets.js';
import { fileAnswer } from '../http/file-answer.js';
import { planAuditExport, writeAuditExport } from '../services/audit-export.js';
import { readAudit, readMaskAudit } from '../services/audit-log.js';
import { calling, reading } from './endpoint.js';

const defaultLimit = 50;

/** `audit.json`, `audit/export.json`, `tickets/{id}/mask-audit.json`: who did what with whose data. */
export function auditRoutes(api: Api): void {
  reading(
    api,
    {
      path: '/audit.json',
      summary: 'One page of the access log, newest first (permission `audit`)',
      query: auditQuery,
      answer: { page: auditRecord },
      limit: 'search',
    },
    async (tx, context, { query: { kind: kinds, cursor, limit, ...filter } }) => {
      const page = { filter: { ...filter, kinds }, cursor, limit: limit ? Number(limit) : defaultLimit };
      const { records, next, total } = await readAudit(tx, context, page);
      return { contents: records, next, previous: null, total, estimate: null, position: null };
    },
  );

  reading(
    api,
    {
      path: '/tickets/{ticketId}/mask-audit.json',
      summary: 'What happened to the masks of a ticket, or to one of them, newest first (permission `audit`)',
      params: ticketPath,
      query: maskAuditQuery,
      answer: { contents: auditRecord },
    },
    (tx, context, { params, query }) => readMaskAudit(tx, context, { ...params, ...query }),
  );

  calling(
    api,
    {
      method: 'post',
      path: '/audit/export.json',
      summary: 'The access log as a CSV file (permission `audit`)',
      body: auditExportBody,
      answer: { file: 'text/csv' },
      patience: 60_000,
      limit: 'export',
    },
    async ({ input: { body }, asAgent }) => {
      const plan = await asAgent((tx, context) => planAuditExport(tx, context, body));
      return fileAnswer(plan.fileName, writeAuditExport(plan, asAgent));
    },
  );
}

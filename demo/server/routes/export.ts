import type { Api } from '../api.js';
import { exportBody } from '../contract/export.js';
import { fileAnswer } from '../http/file-answer.js';
import { planExport, writeExport } from '../services/export/export-list.js';
import { queryFromText } from '../services/tickets/search-query.js';
import { calling } from './endpoint.js';

/** `tickets/export.json`: a list as a file. */
export function exportRoutes(api: Api): void {
  calling(
    api,
    {
      method: 'post',
      path: '/tickets/export.json',
      summary: 'A list as a CSV file (permission `export`)',
      body: exportBody,
      answer: { file: 'text/csv' },
      patience: 60_000,
      limit: 'export',
    },
    async ({ input, asAgent }) => {
      const { query: search, ...args } = input.body;
      const query = queryFromText(search);
      const plan = await asAgent((tx, context) => planExport(tx, context, { ...args, query }));
      return fileAnswer(plan.fileName, writeExport(plan, asAgent));
    },
  );
}

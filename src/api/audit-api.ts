import type { AuditFilter, AuditPage, AuditRecord } from '../domain/audit.js';
import type { Language } from '../domain/types.js';
import type { Intention } from './api.js';
import { namedFile, type NamedFile } from './named-file.js';
import type { Http } from './http.js';

interface Page {
  readonly contents: readonly AuditRecord[];
  readonly next: string | null;
  readonly total: number | null;
}

export type AuditApi = ReturnType<typeof createAuditApi>;

/** The calls about the access log. */
export function createAuditApi(http: Http) {
  return {
    async page(filter: AuditFilter, cursor: string | undefined, signal: AbortSignal): Promise<AuditPage> {
      const { kinds, ...others } = filter;
      const search = { ...others, ...(kinds && { kind: kinds.join(',') }), ...(cursor !== undefined && { cursor }) };
      const { contents: records, next, total } = await http.json<Page>('audit.json', { search, signal });
      return { records, next, total };
    },
    ofMask: async (ticketId: string, maskId: string, signal: AbortSignal) =>
      (
        await http.json<{ readonly contents: readonly AuditRecord[] }>(
          `tickets/${encodeURIComponent(ticketId)}/mask-audit.json`,
          { search: { maskId }, signal },
        )
      ).contents,
    /** Tried once: every file is written down. */
    exportLog: async (
      log: { readonly filter: AuditFilter; readonly reason: string; readonly language: Language },
      by: Intention,
    ): Promise<NamedFile> =>
      namedFile(
        await http.raw('audit/export.json', { method: 'post', json: log, timeout: 120_000, tries: 1, ...by }),
        'access-log.csv',
      ),
  };
}

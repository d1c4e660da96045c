import type { AuditFilter } from '../domain/audit.js';
import { DeskRequest } from './request.js';

/** The access log, as far as it fits, is to be saved as a file. The task of that id tells what became of it. */
export class AuditExportRequest extends DeskRequest {
  static readonly type = 'desk-audit-export-request';
  constructor(
    readonly id: string,
    readonly filter: AuditFilter,
    /** Why the file is needed: it is written down. */
    readonly reason: string,
  ) {
    super(AuditExportRequest.type);
  }
}

import type { AuditKind } from '../../../src/domain/audit.js';
import type { Language } from '../../../src/domain/types.js';
import { auditKind as en } from '../../../src/domain/audit-kinds/en.js';
import { auditKind as ja } from '../../../src/domain/audit-kinds/ja.js';
import { auditKind as ko } from '../../../src/domain/audit-kinds/ko.js';

/** The words of a file of the access log. */
export interface AuditWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<AuditKind, string>>;
  /** Who does what no agent does. */
  readonly server: string;
}

export const auditWords: Readonly<Record<Language, AuditWords>> = {
  ko: {
    columns: {
      at: '일시',
      name: '상담원',
      usercode: '상담원 아이디',
      client: '접속지 주소',
      kind: '수행 업무',
      ticketId: '티켓 ID',
      customerId: '고객 번호',
      customerCode: '고객 아이디',
      customer: '고객',
      reason: '사유',
      data: '상세',
    },
    kinds: ko,
    server: '연동 서버',
  },
  ja: {
    columns: {
      at: '日時',
      name: 'オペレーター',
      usercode: 'オペレーターID',
      client: '接続元アドレス',
      kind: '操作',
      ticketId: 'チケットID',
      customerId: '顧客番号',
      customerCode: '顧客ID',
      customer: '顧客',
      reason: '理由',
      data: '詳細',
    },
    kinds: ja,
    server: '連携サーバー',
  },
  en: {
    columns: {
      at: 'When',
      name: 'Agent',
      usercode: 'Agent ID',
      client: 'Address',
      kind: 'Action',
      ticketId: 'Ticket ID',
      customerId: 'Customer number',
      customerCode: 'Customer ID',
      customer: 'Customer',
      reason: 'Reason',
      data: 'Details',
    },
    kinds: en,
    server: 'Connected server',
  },
};

import type { AuditFilter, AuditPage, AuditRecord } from '../../src/domain/audit.js';
import type { Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aSession, now } from '../../test/support/open-ticket.js';
import { answerHub } from './sample-answers.js';
import { ready } from './samples.js';

const texts = {
  ko: {
    agents: ['이서연', '김서연', '박지민'],
    customer: '박민지',
    reasons: ['본인 확인 요청을 받아 연락처 확인', '월간 접속기록 점검', '퇴사자 계정 인수인계'],
  },
  ja: {
    agents: ['佐藤 葵', '鈴木 蓮', '高橋 陽菜'],
    customer: '山田 花子',
    reasons: ['本人確認のため連絡先を確認', 'アクセス記録の月次点検', '退職者アカウントの引き継ぎ'],
  },
  en: {
    agents: ['Seoyeon Lee', 'Minjun Kim', 'Jimin Park'],
    customer: 'Minji Park',
    reasons: [
      'The customer asked us to check the number',
      'Monthly review of the access log',
      'Handover of an account',
    ],
  },
} as const satisfies Record<Language, unknown>;

const minute = 60_000;

/** Lines of every sort, newest first. */
export function sampleAudit(language: Language = 'ko'): readonly AuditRecord[] {
  const { agents, customer, reasons } = texts[language];
  const of = (index: number, who: 0 | 1 | 2, change: Partial<AuditRecord>): AuditRecord => ({
    id: String(900 - index),
    at: now - index * 17 * minute,
    usercode: ['agent1', 'admin1', 'agent2'][who]!,
    name: agents[who],
    client: ['203.0.113.24', '198.51.100.7', '2001:db8::8a2e:370:7334'][who]!,
    kind: 'ticket_read',
    ticketId: null,
    customer: null,
    reason: null,
    data: {},
    ...change,
  });
  const ticketId = 'T1764031689401aB3xY';
  const whose = { customerId: 4127, usercode: 'minji.park', name: customer };
  return [
    of(0, 1, { kind: 'audit_read', data: { from: '2026-11-01', to: '2026-11-21', usercode: 'agent1' } }),
    of(1, 0, { kind: 'mask_revealed', ticketId, customer: whose, reason: reasons[0], data: { category: 'phone' } }),
    of(2, 2, { kind: 'mask_unmask_refused', ticketId, customer: whose, data: { category: 'phone' } }),
    of(3, 0, { kind: 'masked', ticketId, customer: whose, data: { category: 'phone' } }),
    of(4, 0, { ticketId, customer: whose }),
    of(5, 0, { kind: 'file_read', ticketId, customer: whose, data: { attachmentId: 'a'.repeat(32) } }),
    of(6, 1, {
      kind: 'exported',
      reason: reasons[1],
      data: { columns: ['ticketId', 'subject', 'customer'], rows: 1284 },
    }),
    of(7, 2, { kind: 'export_refused', reason: reasons[2], data: { columns: ['ticketId'] } }),
    of(8, 1, { kind: 'bulk_started', data: { jobId: '12', action: 'resolve', tickets: 38 } }),
    of(9, 1, { kind: 'mask_purged', ticketId, customer: whose, reason: reasons[2], data: { category: 'card' } }),
    of(10, 0, { kind: 'customer_changed', ticketId, customer: whose, data: { fields: 'email,phone' } }),
    of(11, 0, { kind: 'customers_found', customer: { customerId: 88, usercode: null, name: '' } }),
  ];
}

/** A hub whose agent may read the log; it holds `records`, and more where `next` is told. */
export function auditHub(language: Language = 'ko', page: Partial<AuditPage> = {}, audit = true): FakeHub {
  const hub = answerHub(language, 'admin');
  const { permissions } = aSession().agent;
  hub.session.$session.set(ready(aSession({ role: 'admin', permissions: { ...permissions, audit } })));
  const records = page.records ?? sampleAudit(language);
  const answer: AuditPage = { records, next: null, total: records.length, ...page };
  return Object.assign(hub, {
    audit: { ...hub.audit, page: (_: AuditFilter): Promise<AuditPage> => Promise.resolve(answer) },
  });
}

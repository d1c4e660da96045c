import type { HistoryEntry, Session, Settings, Ticket } from '../../src/domain/types.js';
import { createFakeHub, type FakeHub } from './fake-hub.js';

/** 21 November 2026, 14:30 in Seoul. */
export const now = Date.UTC(2026, 10, 21, 5, 30);
const minute = 60_000;

const group = { groupId: 1, name: '결제 지원' };

/** An agent of two groups with the forward permission. */
export function aSession(change: Partial<Session['agent']> = {}): Session {
  return {
    agent: {
      usercode: 'agent1',
      name: '김상담',
      role: 'agent',
      groups: [group, { groupId: 2, name: '배송 지원' }],
      permissions: {
        forward: true,
        mask: true,
        reveal: true,
        unmask: false,
        purge: false,
        audit: false,
        export: false,
      },
      ...change,
    },
    service: {
      serviceId: 'demo',
      name: '데모 상담',
      kind: 'consultation',
      timeZone: 'Asia/Seoul',
      language: 'ko',
      languages: ['ko', 'ja', 'en'],
      editor: 'text',
    },
    capabilities: {
      phone: true,
      chat: true,
      sms: true,
      security: true,
      dooray: true,
      issueTransfer: true,
      customerInfo: true,
    },
  };
}

export function someSettings(change: Partial<Settings> = {}): Settings {
  return {
    categories: [
      { id: 1, parent: 0, name: '결제' },
      { id: 2, parent: 1, name: '환불' },
    ],
    handlingTypes: [
      { id: 10, parent: 0, name: '환불' },
      { id: 11, parent: 10, name: '카드 취소' },
      { id: 12, parent: 0, name: '안내' },
    ],
    handlingTypeRequired: false,
    groups: [{ ...group, agents: [{ usercode: 'agent2', name: '이상담', assignable: true, open: 3 }] }],
    reasons: ['spam', 'abuse', 'test', 'duplicate', 'chat', 'phone', 'other'],
    undoSeconds: 10,
    fields: [],
    conditions: [],
    inquiryItems: [],
    autoLookUp: [],
    bulkLimit: 10_000,
    forbiddenWords: [],
    maskPatterns: [],
    ...change,
  };
}

/** A ticket that the agent of `aSession` is working on. */
export function aTicket(change: Partial<Ticket> = {}): Ticket {
  return {
    ticketId: 'T1763700000000AbC12',
    version: 3,
    status: 'processing',
    spam: false,
    resolution: null,
    reason: null,
    subject: '주문 취소 후 카드 환불이 아직 되지 않았습니다',
    priority: 'high',
    channel: 'mail',
    language: 'ko',
    categoryId: 2,
    handlingTypeId: null,
    group,
    assignee: { usercode: 'agent1', name: '김상담' },
    creator: null,
    customer: {
      customerId: 4711,
      usercode: 'minji.park',
      name: '박민지',
      email: 'minji.park@example.com',
      phone: '010-1234-5678',
    },
    starred: false,
    unread: false,
    transfer: null,
    origin: null,
    guidance: null,
    createdAt: now - 26 * 60 * minute,
    updatedAt: now - 3 * minute,
    resolvedAt: null,
    actions: ['forward', 'resolve', 'hold', 'comment', 'internal', 'transfer_issue', 'transfer_dooray', 'star', 'edit'],
    fields: {},
    ...change,
  };
}

/** An entry of a history; its text follows its html unless it is told. */
export function anEntry(id: number, change: Partial<HistoryEntry> = {}): HistoryEntry {
  const html = change.html ?? `<p>글 ${id}</p>`;
  return {
    id,
    kind: 'inquiry',
    author: { role: 'customer', usercode: null, name: '박민지' },
    at: now - (100 - id) * minute,
    bodyVersion: 1,
    html,
    text: html.replace(/<[^>]*>/g, ''),
    styles: [],
    blocked: [],
    notes: [],
    masks: [],
    attachments: [],
    values: {},
    mail: null,
    ...change,
  };
}

/** The course of one inquiry with a bit of everything. */
export function aCourse(): readonly HistoryEntry[] {
  const agent = { role: 'agent', usercode: 'agent1', name: '김상담' } as const;
  return [
    anEntry(1, {
      at: now - 26 * 60 * minute,
      html:
        '<p>안녕하세요.</p><p>11월 18일에 주문을 취소했는데 카드 환불이 아직 확인되지 않습니다. ' +
        '카드사에서는 취소 전표가 접수되지 않았다고 합니다.</p><p>주문 번호는 20261118-0042입니다. 확인 부탁드립니다.</p>',
      attachments: [
        {
          attachmentId: 'a'.repeat(32),
          fileName: '카드 이용내역 2026-11.pdf',
          contentType: 'application/pdf',
          size: 348_211,
          inline: false,
        },
        {
          attachmentId: 'b'.repeat(32),
          fileName: 'screenshot.png',
          contentType: 'image/png',
          size: 2_411_008,
          inline: false,
        },
      ],
      notes: ['charset_guessed'],
      blocked: [{ node: 0, url: 'https://images.example/logo.png' }],
    }),
    anEntry(2, {
      kind: 'comment',
      author: { role: 'agent', usercode: 'agent2', name: '이상담' },
      at: now - 25 * 60 * minute,
      html: '<p>PG사에 취소 전표 번호를 문의해 두었습니다. 내일 오전에 답이 옵니다.</p>',
    }),
    anEntry(3, {
      kind: 'hold',
      author: agent,
      at: now - 24.5 * 60 * minute,
      html: '<p>박민지 고객님, 안녕하세요.</p><p>결제 대행사에 취소 접수 여부를 확인하고 있습니다. 확인되는 대로 다시 안내해 드리겠습니다.</p>',
      mail: { mailId: 'c'.repeat(32), to: 'minji.park@example.com', state: 'sent', until: null, answer: null },
      values: { 처리유형: '환불 › 카드 취소' },
    }),
    anEntry(4, {
      kind: 'reinquiry',
      at: now - 3 * minute,
      html:
        '<p>네, 답변 감사합니다. 혹시 오늘 안에 확인이 될까요?</p><blockquote><p>결제 대행사에 취소 접수 여부를 확인하고 있습니다. ' +
        '확인되는 대로 다시 안내해 드리겠습니다.</p></blockquote>',
    }),
  ];
}

/** A hub with this ticket open. */
export function hubWith(ticket: Ticket = aTicket(), history: readonly HistoryEntry[] = aCourse()): FakeHub {
  const hub = createFakeHub();
  hub.session.$session.set({ status: 'ready', value: aSession() });
  hub.session.$settings.set({ status: 'ready', value: someSettings() });
  hub.session.$clockOffset.set(now - Date.now());
  hub.tickets.$currentId.set(ticket.ticketId);
  hub.tickets.$current.set({ status: 'ready', value: ticket });
  hub.tickets.$history.set({ status: 'ready', value: history });
  hub.tickets.$draft.set({ ticketId: ticket.ticketId, draft: null, state: 'kept' });
  return hub;
}

import type { Load } from '../../src/base/hub-context.js';
import type { Board, Language, Session, Settings, View } from '../../src/domain/types.js';
import { createFakeHub, moreTextsIn, textsIn, type FakeHub } from '../../test/support/fake-hub.js';

/** Names as a Korean, Japanese or English service has them. */
const names = {
  ko: {
    service: '두레상점',
    groups: ['결제·환불', '배송', '계정'],
    agents: ['김서연', '이도윤', '박하은', '최지우'],
  },
  ja: {
    service: 'どうぐ屋',
    groups: ['決済・返金', '配送', 'アカウント'],
    agents: ['佐藤 美咲', '田中 陽翔', '鈴木 結衣', '高橋 蓮'],
  },
  en: {
    service: 'Harbour Shop',
    groups: ['Payments and refunds', 'Delivery', 'Accounts'],
    agents: ['Grace Turner', 'Oliver Reid', 'Amelia Hart', 'Noah Bennett'],
  },
} as const satisfies Record<Language, unknown>;

export function ready<T>(value: T): Load<T> {
  return { status: 'ready', value };
}

export function sampleSession(language: Language = 'ko'): Session {
  const { service, groups, agents } = names[language];
  return {
    agent: {
      usercode: 'agent-1',
      name: agents[0],
      role: 'agent',
      groups: groups.slice(0, 2).map((name, index) => ({ groupId: index + 1, name })),
      permissions: {
        forward: true,
        mask: true,
        reveal: false,
        unmask: false,
        purge: false,
        audit: false,
        export: false,
      },
    },
    service: {
      serviceId: 'sample',
      name: service,
      kind: 'consultation',
      timeZone: language === 'ja' ? 'Asia/Tokyo' : language === 'ko' ? 'Asia/Seoul' : 'Europe/London',
      language,
      languages: ['ko', 'ja', 'en'],
      editor: 'html',
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

export function sampleSettings(language: Language = 'ko'): Settings {
  const { groups, agents } = names[language];
  const load = [12, 4, 23, 7];
  const people = agents.map((name, index) => ({
    usercode: `agent-${index + 1}`,
    name,
    assignable: true,
    open: load[index] ?? 0,
  }));
  return {
    categories: [],
    handlingTypes: [],
    handlingTypeRequired: false,
    groups: [
      { groupId: 1, name: groups[0], agents: people.slice(0, 3) },
      { groupId: 2, name: groups[1], agents: people.slice(1).map((each, i) => ({ ...each, assignable: i > 0 })) },
      { groupId: 3, name: groups[2], agents: [] },
    ],
    reasons: ['spam', 'abuse', 'test', 'duplicate', 'other'],
    fields: [],
    conditions: [],
    inquiryItems: [],
    autoLookUp: [],
    bulkLimit: 10_000,
    forbiddenWords: [],
    maskPatterns: [],
    undoSeconds: 10,
  };
}

export const sampleCounts: Readonly<Record<View, number>> = {
  mine_processing: 8,
  mine_pending: 3,
  mine_resolved: 41,
  mine_completed: 1204,
  all: 18530,
  unassigned: 23,
  group: 76,
  transferred: 9,
  spam: 0,
};

export const sampleBoard: Board = {
  all: { receivedToday: 128, resolvedToday: 96, processing: 41, pending: 17, unassigned: 23, handlingRate: 75 },
  my: {
    resolvedToday: 12,
    processing: 8,
    pending: 3,
    transferring: 5,
    promisedCalls: 2,
    promisedCallsDue: 0,
    customerGuidance: 1,
  },
};

/** Sets the language of a fake hub, as its `lang` attribute does on a real one. */
export function speak(hub: FakeHub, language: Language): void {
  hub.text.$language.set(language);
  hub.text.$texts.set(textsIn(language));
  hub.text.$more.set(moreTextsIn(language));
}

/** A hub in which an agent is signed in and everything that is counted is known. */
export function sampleHub(language: Language = 'ko'): FakeHub {
  const hub = createFakeHub();
  speak(hub, language);
  hub.session.$session.set(ready(sampleSession(language)));
  hub.session.$settings.set(ready(sampleSettings(language)));
  hub.tickets.$counts.set(ready(sampleCounts));
  hub.board.$board.set(ready(sampleBoard));
  return hub;
}

import type { HistoryEntry, Language, Priority, Status, Ticket, TicketRow } from '../../src/domain/types.js';
import { sampleSession, sampleSettings } from './samples.js';

const subjects: Record<Language, readonly string[]> = {
  ko: [
    '결제가 두 번 승인되었습니다. 한 건 취소 부탁드립니다',
    '배송지를 바꿀 수 있을까요?',
    '환불이 아직 들어오지 않았어요',
    '[긴급] 로그인이 되지 않아 주문을 확인할 수 없습니다. 비밀번호 재설정 메일도 오지 않습니다',
    '영수증 재발행 요청',
    '<b>할인</b> 쿠폰이 적용되지 않습니다',
    '회원 탈퇴는 어떻게 하나요',
    'Re: 교환 접수 확인',
  ],
  ja: [
    '二重に決済されています。1件の取り消しをお願いします',
    'お届け先を変更できますか？',
    '返金がまだ確認できません',
    '【至急】ログインできず、注文内容を確認できません。パスワード再設定のメールも届きません',
    '領収書の再発行について',
    '<b>割引</b>クーポンが適用されません',
    '退会の方法を教えてください',
    'Re: 交換受付のご確認',
  ],
  en: [
    'I was charged twice, please cancel one of the payments',
    'Can I change the delivery address?',
    'My refund has not arrived yet',
    '[Urgent] I cannot sign in and so cannot see my order, and the reset mail never arrives either',
    'Please issue the receipt again',
    '<b>Discount</b> code is not accepted',
    'How do I close my account',
    'Re: Your exchange request',
  ],
};

const customers: Record<Language, readonly string[]> = {
  ko: ['정하준', '윤채원', '강민재', '임수아'],
  ja: ['伊藤 蓮', '渡辺 さくら', '中村 大翔', '小林 莉子'],
  en: ['Jack Evans', 'Mia Clarke', 'Harry Wood', 'Ella Shaw'],
};

const transferredTo: Record<Language, string> = { ko: '이슈관리 센터', ja: 'イシュー管理センター', en: 'Issue desk' };

const statuses: readonly Status[] = [
  'unassigned',
  'processing',
  'pending',
  'issue_transferred',
  'processing',
  'dooray_in_progress',
  'resolved',
  'completed',
];
const priorities: readonly Priority[] = ['normal', 'high', 'normal', 'urgent', 'low', 'normal', 'normal', 'normal'];

function pick<T>(from: readonly T[], index: number): T {
  return from[index % from.length] as T;
}

/** As many rows as asked for; every eighth is alike but for its number and its time. */
export function sampleRows(length: number, language: Language = 'ko', now = Date.now()): TicketRow[] {
  return Array.from({ length }, (_, index) => sampleRow(index, language, now - index * 1_260_000));
}

function sampleRow(index: number, language: Language, at: number): TicketRow {
  const status = pick(statuses, index);
  const isFree = status === 'unassigned';
  const agent = pick(sampleSettings(language).groups[0]?.agents ?? [], index);
  return {
    ticketId: `T${String(1_760_000_000_000 + index)}AB1C2`,
    version: 1,
    status,
    spam: false,
    resolution: status === 'resolved' || status === 'completed' ? 'customer' : null,
    reason: null,
    subject: pick(subjects[language], index),
    priority: pick(priorities, index),
    channel: pick(['mail', 'web', 'phone', 'chat'], index),
    language,
    categoryId: null,
    handlingTypeId: null,
    group: isFree ? null : (pick(sampleSession(language).agent.groups, index) ?? null),
    assignee: isFree ? null : { usercode: agent.usercode, name: agent.name },
    creator: null,
    customer: {
      customerId: index + 1,
      usercode: null,
      name: pick(customers[language], index),
      email: `customer${index + 1}@example.com`,
      phone: null,
    },
    starred: index % 5 === 2,
    unread: index < 2,
    transfer:
      status === 'issue_transferred' || status === 'dooray_in_progress'
        ? {
            kind: status === 'issue_transferred' ? 'issue' : 'dooray',
            linkedId: status === 'issue_transferred' ? 'T1763794800000iSsu1' : null,
            taskId: status === 'issue_transferred' ? null : '3845123456789012345',
            to: status === 'issue_transferred' ? transferredTo[language] : 'Deskparts / Operations',
            url: null,
            state: 'sent',
            problem: null,
            at,
            by: { usercode: agent.usercode, name: agent.name },
          }
        : null,
    origin: null,
    guidance: null,
    createdAt: at - 3_600_000,
    updatedAt: at,
    resolvedAt: null,
    actions: isFree ? ['claim', 'comment', 'star', 'edit'] : ['forward', 'resolve', 'hold', 'comment', 'star', 'edit'],
  };
}

export function sampleTicket(language: Language = 'ko', index = 1, now = Date.now()): Ticket {
  return { ...(sampleRows(index + 1, language, now)[index] as TicketRow), fields: {} };
}

const messages: Record<Language, readonly [customer: string, agent: string]> = {
  ko: [
    '안녕하세요. 어제 주문한 상품의 배송지를 회사 주소로 바꾸고 싶습니다. 아직 출고 전이라면 부탁드립니다.',
    '안녕하세요, 고객님. 아직 출고 전이라 변경할 수 있습니다. 새 주소를 알려 주시면 바로 반영하겠습니다.',
  ],
  ja: [
    'お世話になっております。昨日注文した商品のお届け先を会社の住所に変更したいです。発送前でしたらお願いします。',
    'お問い合わせありがとうございます。発送前ですので変更できます。新しいご住所をお知らせください。',
  ],
  en: [
    'Hello, I would like the order I placed yesterday to go to my office address instead, if it has not left yet.',
    'Hello, and thank you for writing. It has not been sent yet. Please tell us the new address and we will change it.',
  ],
};

export function sampleHistory(language: Language = 'ko', now = Date.now()): HistoryEntry[] {
  const agent = sampleSession(language).agent;
  return messages[language].map((text, index) => ({
    id: index + 1,
    kind: index === 0 ? 'inquiry' : 'reply',
    author:
      index === 0
        ? { role: 'customer', usercode: null, name: pick(customers[language], 1) }
        : { role: 'agent', usercode: agent.usercode, name: agent.name },
    at: now - (2 - index) * 5_400_000,
    bodyVersion: 1,
    html: `<p>${text}</p>`,
    text,
    styles: [],
    blocked: [],
    notes: [],
    masks: [],
    attachments: [],
    values: {},
    mail: null,
  }));
}

import { channels, languages, priorities, statuses, type TicketRow } from '../../../src/domain/types.js';

const subjects = {
  ko: [
    '배송이 늦어지고 있습니다',
    '결제가 두 번 되었어요',
    '비밀번호를 바꿀 수 없습니다',
    '환불은 언제 되나요',
    '주문 취소 부탁드립니다',
  ],
  ja: [
    '商品がまだ届いていません',
    '二重に請求されています',
    'パスワードを変更できません',
    '返金はいつになりますか',
    '注文をキャンセルしたい',
  ],
  en: [
    'Parcel has not arrived yet',
    'Charged twice for one order',
    'Cannot change my password',
    'When will I be refunded',
    'Please cancel the order',
  ],
} as const;
const names = {
  ko: ['김서연', '이도윤', '박하준', '최지우', '정민서'],
  ja: ['佐藤 花子', '鈴木 一郎', '高橋 健', '田中 美咲', '伊藤 蓮'],
  en: ['Grace Kim', 'Oliver Smith', 'Amelia Jones', 'Noah Brown', 'Mia Wilson'],
} as const;
const groups = ['배송 문의', '決済', 'Accounts', '기술 지원', '返品'].map((name, at) => ({ groupId: at + 1, name }));

/** The same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function pick<T>(values: readonly T[], at: number): T {
  return values[at % values.length] as T;
}

/** Believable tickets in three languages. */
export function makeRows(count: number, now: number): TicketRow[] {
  const roll = dice(7);
  return Array.from({ length: count }, (_, index): TicketRow => {
    const language = pick(languages, roll(3));
    const status = pick(statuses, roll(statuses.length));
    const isFree = status === 'unassigned';
    const updatedAt = now - roll(40 * 24 * 3600) * 1000;
    const toDooray = status.startsWith('dooray');
    return {
      ticketId: `T${String(1_700_000_000_000 + index)}${String(index % 100_000).padStart(5, '0')}`,
      version: 1,
      status,
      spam: roll(50) === 0,
      resolution: status === 'resolved' ? pick(['customer', 'internal'] as const, roll(4)) : null,
      reason: null,
      subject: `${pick(subjects[language], roll(5))} #${index + 1}`,
      priority: roll(4) === 0 ? pick(priorities, roll(4)) : 'normal',
      channel: pick(channels, roll(channels.length)),
      language,
      categoryId: null,
      handlingTypeId: null,
      group: isFree ? null : pick(groups, roll(5)),
      assignee: isFree ? null : { usercode: 'a', name: pick(names.ko, roll(5)) },
      creator: null,
      customer: { customerId: index, usercode: null, name: pick(names[language], roll(5)), email: null, phone: null },
      starred: roll(8) === 0,
      unread: roll(5) === 0,
      transfer: toDooray || status.startsWith('issue') ? transferOf(toDooray, updatedAt) : null,
      origin: null,
      guidance: null,
      createdAt: updatedAt - roll(72) * 3_600_000,
      updatedAt,
      resolvedAt: null,
      actions: isFree ? ['claim', 'star'] : ['star'],
    };
  });
}

function transferOf(toDooray: boolean, at: number): TicketRow['transfer'] {
  return {
    kind: toDooray ? 'dooray' : 'issue',
    linkedId: null,
    taskId: null,
    to: '',
    url: null,
    state: 'sent',
    problem: null,
    at,
    by: { usercode: 'a', name: '김서연' },
  };
}

/** The ticket as it might come back changed, a moment later. */
export function changed(row: TicketRow, step: number, now: number): TicketRow {
  return {
    ...row,
    version: row.version + 1,
    status: pick(statuses, step),
    unread: step % 2 === 0,
    subject: `${row.subject.split(' · ')[0] ?? ''} · ${step}`,
    updatedAt: now,
  };
}

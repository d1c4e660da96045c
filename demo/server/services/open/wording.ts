import type { EntryKind, Language, Status } from '../../../../src/domain/types.js';

/** What customers are told a ticket's status is. */
export const openStatuses = ['new', 'open', 'reply', 'solved', 'closed'] as const;
export type OpenStatus = (typeof openStatuses)[number];

/** Where an inquiry comes from. */
export const openSources = ['web', 'spweb', 'api'] as const;
export type OpenSource = (typeof openSources)[number];

const told: Readonly<Record<Status, OpenStatus>> = {
  unassigned: 'new',
  processing: 'open',
  pending: 'reply',
  issue_transferred: 'open',
  issue_answered: 'open',
  dooray_transferred: 'open',
  dooray_in_progress: 'open',
  dooray_answered: 'open',
  resolved: 'solved',
  completed: 'closed',
};

export function openStatusOf(status: Status): OpenStatus {
  return told[status];
}

/** The statuses of which customers are told this one. */
export function statusesTold(status: OpenStatus): Status[] {
  return (Object.keys(told) as Status[]).filter((one) => told[one] === status);
}

export const statusNames: Readonly<Record<Language, Readonly<Record<OpenStatus, string>>>> = {
  ko: { new: '접수 완료', open: '문의 확인', reply: '추가 확인', solved: '답변 완료', closed: '최종 완료' },
  ja: { new: '受付完了', open: '確認中', reply: '追加確認', solved: '回答済み', closed: '完了' },
  en: { new: 'Received', open: 'In progress', reply: 'Pending', solved: 'Answered', closed: 'Closed' },
};

/** What of a ticket's course customers are told: never what agents tell each other. */
export const customerKinds = ['inquiry', 'reinquiry', 'reply', 'hold'] as const satisfies readonly EntryKind[];

export type OpenEntryType = 'enduser' | 'csuser';

export const entryTypeNames: Readonly<Record<Language, Readonly<Record<OpenEntryType, string>>>> = {
  ko: { enduser: '문의', csuser: '답변' },
  ja: { enduser: 'お問い合わせ', csuser: '回答' },
  en: { enduser: 'Inquiry', csuser: 'Answer' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day as `2026.11.22`, in the zone of the service. */
export function displayDay(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  // Making one takes longer than a query.
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })));
  return format.format(at).replaceAll('-', '.');
}

import type { DoorayComment, DoorayConversation } from '../../src/domain/transfer.js';
import type { Attachment, Body, Language, Ticket, Transfer } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aTicket, hubWith, now } from '../../test/support/open-ticket.js';
import { ready, speak } from './samples.js';

const minute = 60_000;

const words = {
  ko: {
    subject: '주문 20261118-0042 카드 환불 확인 요청',
    to: '데모 개발본부 / 결제 플랫폼',
    body: '고객의 카드 환불이 확인되지 않습니다. 주문 번호 20261118-0042의 취소 전표를 확인해 주세요.',
    developer: '정개발',
    agent: '김상담',
    first: '결제 대행사 로그를 확인하고 있습니다. 취소 전표가 11월 19일에 거절되었습니다.',
    second: '고객이 오늘 안에 답변을 원합니다. 다시 접수할 수 있을까요?',
    third: '다시 접수했습니다. 내일 오전에 반영됩니다.',
    workflow: '진행',
    service: '이슈 관리',
    guidance:
      '카드사 점검 때문에 환불이 하루 늦어진다고 고객에게 안내해 주세요.\n정확한 시각은 내일 알려 드리겠습니다.',
  },
  ja: {
    subject: '注文20261118-0042 カード返金の確認依頼',
    to: 'デモ開発本部 / 決済プラットフォーム',
    body: 'お客様のカード返金が確認できません。注文番号20261118-0042の取消伝票をご確認ください。',
    developer: '開発太郎',
    agent: '相談花子',
    first: '決済代行会社のログを確認しています。取消伝票は11月19日に拒否されていました。',
    second: 'お客様が本日中の回答をご希望です。再受付は可能でしょうか。',
    third: '再受付しました。明日の午前に反映されます。',
    workflow: '進行中',
    service: 'イシュー管理',
    guidance:
      'カード会社のメンテナンスのため返金が1日遅れるとお客様にご案内ください。\n正確な時刻は明日お知らせします。',
  },
  en: {
    subject: 'Card refund of order 20261118-0042',
    to: 'Demo Development / Payment Platform',
    body: 'The refund to the customer’s card has not arrived. Please check the cancellation of order 20261118-0042.',
    developer: 'Dana Developer',
    agent: 'Kim Agent',
    first: 'I am reading the logs of the payment company. The cancellation was refused on 19 November.',
    second: 'The customer hopes for an answer today. Can it be handed in again?',
    third: 'Handed in again. It will be there tomorrow morning.',
    workflow: 'Doing',
    service: 'Issue Management',
    guidance:
      'Please tell the customer that the refund is a day late, because the card company works on its systems.\nWe will know the hour tomorrow.',
  },
} as const satisfies Record<Language, unknown>;

const bodyOf = (text: string): Body => ({ html: `<p>${text}</p>`, text, styles: [], blocked: [], notes: [] });

const log: Attachment = {
  attachmentId: 'd'.repeat(32),
  fileName: 'payment-2026-11-19.log',
  contentType: 'text/plain',
  size: 18_211,
  inline: false,
};

export const taskUrl = 'https://demo.dooray.com/project/tasks/4012345678901234567';

/** A transfer to Dooray! that arrived. */
export function doorayTransfer(language: Language = 'ko', change: Partial<Transfer> = {}): Transfer {
  return {
    kind: 'dooray',
    linkedId: null,
    taskId: '4012345678901234567',
    to: words[language].to,
    url: taskUrl,
    state: 'sent',
    problem: null,
    at: now - 120 * minute,
    by: { usercode: 'agent1', name: words[language].agent },
    ...change,
  };
}

/** A transfer to issue management. */
export function issueTransfer(language: Language = 'ko', change: Partial<Transfer> = {}): Transfer {
  return {
    ...doorayTransfer(language),
    kind: 'issue',
    linkedId: 'T1763700000000XyZ34',
    taskId: null,
    to: words[language].service,
    url: null,
    ...change,
  };
}

/** A ticket whose task is being worked on. */
export function doorayTicket(language: Language = 'ko', change: Partial<Ticket> = {}): Ticket {
  return aTicket({
    status: 'dooray_in_progress',
    transfer: doorayTransfer(language),
    actions: ['resolve', 'comment', 'dooray_comment', 'star', 'edit'],
    ...change,
  });
}

export function aComment(id: string, change: Partial<DoorayComment> = {}): DoorayComment {
  return {
    id,
    own: false,
    author: words.ko.developer,
    at: now - 60 * minute,
    body: bodyOf(words.ko.first),
    attachments: [],
    state: 'sent',
    problem: null,
    ...change,
  };
}

/** What was said on both sides, oldest first. */
export function sampleConversation(
  language: Language = 'ko',
  change: Partial<DoorayConversation> = {},
): DoorayConversation {
  const { subject, to, body, developer, agent, first, second, third, workflow } = words[language];
  return {
    task: {
      taskId: '4012345678901234567',
      number: 'payment/218',
      subject,
      url: taskUrl,
      to,
      at: now - 120 * minute,
      workflow: { class: 'working', name: workflow },
      body: bodyOf(body),
      attachments: [],
    },
    comments: [
      aComment('c1', { author: developer, body: bodyOf(first), attachments: [log], at: now - 90 * minute }),
      aComment('c2', { own: true, author: agent, body: bodyOf(second), at: now - 40 * minute }),
      aComment('c3', { author: developer, body: bodyOf(third), at: now - 5 * minute }),
    ],
    readAt: now - minute,
    stale: false,
    ...change,
  };
}

/** What issue management wants the customer to be told. */
export function sampleGuidance(language: Language = 'ko'): NonNullable<Ticket['guidance']> {
  return { text: words[language].guidance, by: words[language].developer, at: now - 20 * minute };
}

/** A ticket of an issue service that came by transfer. */
export function originTicket(language: Language = 'ko', change: Partial<Ticket> = {}): Ticket {
  return aTicket({
    channel: 'issue',
    customer: null,
    origin: {
      service: language === 'ko' ? '데모 상담' : language === 'ja' ? 'デモ相談' : 'Demo Support',
      ticketId: 'T1763700000000AbC99',
      guidance: null,
    },
    ...change,
  });
}

/** A hub with a ticket open that is at Dooray!, and its conversation. */
export function doorayHub(language: Language = 'ko', ticket: Ticket = doorayTicket(language)): FakeHub {
  const hub = hubWith(ticket);
  speak(hub, language);
  hub.dooray.$conversation.set(ready(sampleConversation(language)));
  return hub;
}

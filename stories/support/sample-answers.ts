import type { MailPreview } from '../../src/domain/mail-preview.js';
import type { Template } from '../../src/domain/templates.js';
import type { Trigger } from '../../src/domain/triggers.js';
import type { DraftVersion, Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aSession, aTicket, hubWith, now, someSettings } from '../../test/support/open-ticket.js';
import { ready, speak } from './samples.js';

const texts = {
  ko: {
    refund: ['환불 절차와 기간', '{{customer.name}} 고객님, 환불을 접수했습니다. 영업일 3–5일이 걸립니다.'],
    delay: ['배송 지연 안내', '주문하신 상품의 출고가 늦어져 죄송합니다.'],
    bye: ['마무리 인사', '더 궁금하신 점이 있으면 언제든지 회신해 주세요.'],
    draft: ['확인하고 있습니다.', '확인하고 있습니다. 내일 오전에 다시 안내해 드리겠습니다.'],
    triggers: ['환불 문의는 결제 지원에서 차례로', 'VIP 고객 메일 알림'],
    mail: ['데모 상담', '환불이 접수되었습니다.', 'Re: 주문 취소 후 카드 환불이 아직 되지 않았습니다', '바보'],
  },
  ja: {
    refund: ['返金の手続きと期間', '{{customer.name}}様、返金を承りました。3–5営業日かかります。'],
    delay: ['配送遅延のご案内', 'ご注文の商品の出荷が遅れており、申し訳ございません。'],
    bye: ['結びの挨拶', 'ご不明な点がございましたら、いつでもご返信ください。'],
    draft: ['確認しております。', '確認しております。明日の午前に改めてご案内いたします。'],
    triggers: ['返金のお問い合わせは決済サポートで順番に', 'VIP顧客のメール通知'],
    mail: ['デモ相談', '返金を承りました。', 'Re: 注文取消後、カードの返金がまだです', '馬鹿'],
  },
  en: {
    refund: ['How refunds work', 'Dear {{customer.name}}, we have taken up your refund. It takes 3–5 working days.'],
    delay: ['Delayed delivery', 'We are sorry that your order leaves our warehouse late.'],
    bye: ['Closing words', 'If you have more questions, please answer this mail at any time.'],
    draft: ['We are looking into it.', 'We are looking into it and will write again tomorrow morning.'],
    triggers: ['Refunds to Payments, in turn', 'Mail notice about important customers'],
    mail: ['Demo Support', 'We have taken up your refund.', 'Re: My card was not refunded yet', 'idiot'],
  },
} as const satisfies Record<Language, unknown>;

export function sampleTemplates(language: Language = 'ko'): readonly Template[] {
  const { refund, delay, bye } = texts[language];
  const of = (templateId: number, [name, text]: readonly [string, string], change: Partial<Template>): Template => ({
    templateId,
    name,
    code: null,
    handlingTypeId: null,
    owner: null,
    html: `<p>${text}</p>`,
    used: 3,
    version: 1,
    updatedAt: now,
    ...change,
  });
  return [
    of(1, refund, { code: 'refund', handlingTypeId: 11, used: 168 }),
    of(2, delay, { code: 'delay', handlingTypeId: 12, used: 214 }),
    of(3, bye, { code: 'bye', owner: 'agent1', used: 1 }),
  ];
}

export function sampleVersions(language: Language = 'ko'): readonly DraftVersion[] {
  const [first, second] = texts[language].draft;
  return [
    { seq: 9, html: `<p>${second}</p>`, at: now - 60_000 },
    { seq: 4, html: `<p>${first}</p>`, at: now - 600_000 },
  ];
}

export function samplePreview(language: Language = 'ko', change: Partial<MailPreview> = {}): MailPreview {
  const [service, text, subject] = texts[language].mail;
  const html = `<h2>${service}</h2><p>${text}</p>`;
  const body = { html, text: `${service}\n${text}`, styles: [], blocked: [], notes: [] };
  return {
    forbidden: [],
    blocked: false,
    mail: { to: 'minji.park@example.com', from: `${service} <help@demo.example>`, subject, body },
    why: null,
    ...change,
  };
}

/** A preview of a text with a word that may not be sent. */
export function blockedPreview(language: Language = 'ko'): MailPreview {
  const [, text, , word] = texts[language].mail;
  const preview = samplePreview(language, { blocked: true, forbidden: [{ word, start: 0, length: word.length }] });
  const body = { html: `<p>${text} ${word}</p>`, text: `${text} ${word}`, styles: [], blocked: [], notes: [] };
  return { ...preview, mail: preview.mail && { ...preview.mail, body } };
}

export function sampleTriggers(language: Language = 'ko'): readonly Trigger[] {
  const [refunds, notice] = texts[language].triggers;
  return [
    {
      triggerId: 1,
      version: 4,
      name: refunds,
      active: true,
      match: 'all',
      conditions: [
        { fact: 'category', test: 'is', values: ['2'] },
        { fact: 'subject', test: 'contains', values: ['VIP', 'refund'] },
      ],
      actions: [
        { kind: 'in_turn', groupId: 1 },
        { kind: 'priority', priority: 'high' },
      ],
      last: true,
    },
    {
      triggerId: 2,
      version: 1,
      name: notice,
      active: false,
      match: 'any',
      conditions: [],
      actions: [
        { kind: 'mail', to: ['team@demo.example'], subject: notice, text: notice },
        { kind: 'callback', url: 'https://hooks.demo.example/new' },
      ],
      last: false,
    },
  ];
}

/** A hub with a ticket open whose templates, earlier texts, preview and triggers are known. */
export function answerHub(language: Language = 'ko', role: 'agent' | 'admin' = 'agent'): FakeHub {
  const hub = hubWith(aTicket({ handlingTypeId: 12 }));
  speak(hub, language);
  hub.session.$session.set(ready(aSession({ role })));
  hub.session.$settings.set(ready(someSettings()));
  Object.assign(hub.answers, {
    templates: () => Promise.resolve(sampleTemplates(language)),
    filled: (templateId: number) =>
      Promise.resolve({
        templateId,
        html: sampleTemplates(language).find((one) => one.templateId === templateId)?.html ?? '',
        missing: [],
      }),
    versions: () => Promise.resolve(sampleVersions(language)),
    preview: () => Promise.resolve(samplePreview(language)),
  } satisfies Partial<FakeHub['answers']>);
  Object.assign(hub.triggers, { all: () => Promise.resolve(sampleTriggers(language)) });
  return hub;
}

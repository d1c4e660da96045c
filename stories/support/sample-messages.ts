import type { WritableAtom } from 'nanostores';
import type { DraftState } from '../../src/base/hub-context.js';
import type { ChatLine, ChatTranscript } from '../../src/domain/chat.js';
import type { SmsMessage, SmsState, SmsThread } from '../../src/domain/sms.js';
import type { Attachment, Draft, Language } from '../../src/domain/types.js';
import type { FakeHub } from '../../test/support/fake-hub.js';
import { aTicket, now } from '../../test/support/open-ticket.js';
import { ready, sampleHub, sampleSession } from './samples.js';

const minute = 60_000;
const hour = 60 * minute;

const words = {
  ko: {
    customer: '정유진',
    agent: '김서연',
    system: '상담원이 연결되었습니다.',
    texts: [
      '주문하신 상품이 오늘 출고되었습니다. 내일 도착합니다.',
      '[두레상점] 환불이 접수되었습니다.\n카드사에 따라 3~5일이 걸립니다.\n문의: 02-1234-5678',
      '교환 상품은 월요일에 보내 드리겠습니다.',
    ],
    chat: [
      '안녕하세요, 어제 주문한 텀블러가 아직 안 왔어요.',
      '안녕하세요! 두레상점 김서연입니다. 주문번호를 알려 주시겠어요?',
      '20481733이에요',
      '사진도 보내 드릴게요',
      '확인했습니다. 오늘 오후에 도착할 예정입니다.\n불편을 드려 죄송합니다.',
      '네 감사합니다!',
    ],
    opinion: '빨리 답해 주셔서 좋았어요.',
    file: '배송조회.jpg',
  },
  ja: {
    customer: '山田 花子',
    agent: '佐藤 美咲',
    system: '担当者につながりました。',
    texts: [
      'ご注文のしなものを本日おくりました。明日おとどけします。',
      '【どうぐ屋】返金を受け付けました。\nカード会社により3〜5日かかります。',
      '交換品は月曜日にお送りします。',
    ],
    chat: [
      'こんにちは。昨日注文したタンブラーがまだ届きません。',
      'こんにちは、どうぐ屋の佐藤です。注文番号を教えていただけますか？',
      '20481733です',
      '写真も送ります',
      '確認しました。本日午後にお届け予定です。\nご不便をおかけして申し訳ございません。',
      'ありがとうございます！',
    ],
    opinion: 'すぐに答えていただけて助かりました。',
    file: '配送状況.jpg',
  },
  en: {
    customer: 'Hannah Cole',
    agent: 'Grace Turner',
    system: 'An agent has joined.',
    texts: [
      'Your order was shipped today and arrives tomorrow.',
      '[Harbour Shop] Your refund was received.\nIt takes 3 to 5 days, depending on your bank.\nQuestions: 020 1234 5678',
      'The replacement will be sent on Monday.',
    ],
    chat: [
      'Hello, the tumbler that I ordered yesterday has not arrived.',
      'Hello! This is Grace of Harbour Shop. What is your order number?',
      'It is 20481733',
      'I will send you a picture, too',
      'Thank you. It will arrive this afternoon.\nWe are sorry for the trouble.',
      'Great, thank you!',
    ],
    opinion: 'A quick answer, thank you.',
    file: 'delivery.jpg',
  },
} as const satisfies Record<Language, unknown>;

export function samplePicture(language: Language = 'ko'): Attachment {
  return {
    attachmentId: 'a'.repeat(32),
    fileName: words[language].file,
    contentType: 'image/jpeg',
    size: 182_344,
    inline: false,
  };
}

/** One text message of a sample. */
export function sampleSms(change: Partial<SmsMessage> = {}, language: Language = 'ko'): SmsMessage {
  const { texts, agent } = words[language];
  return {
    smsId: '1'.repeat(32),
    ticketId: aTicket().ticketId,
    kind: 'sms',
    to: '010-2345-6789',
    text: texts[0],
    attachment: null,
    at: null,
    state: 'delivered',
    problem: null,
    by: { usercode: 'agent-1', name: agent },
    createdAt: now - hour,
    sentAt: now - hour,
    deliveredAt: now - hour + minute,
    actions: [],
    ...change,
  };
}

/** A message in every state. */
export function sampleThread(language: Language = 'ko'): SmsThread {
  const { texts } = words[language];
  const one = (id: number, state: SmsState, change: Partial<SmsMessage> = {}): SmsMessage =>
    sampleSms(
      { smsId: String(id).repeat(32), state, createdAt: now - (9 - id) * hour, sentAt: null, ...change },
      language,
    );
  return {
    to: '010-2345-6789',
    hindrance: null,
    messages: [
      one(1, 'delivered', { sentAt: now - 8 * hour }),
      one(2, 'delivered', { kind: 'mms', text: texts[1], attachment: samplePicture(language), sentAt: now - 7 * hour }),
      one(3, 'failed', { text: texts[2], problem: 'undelivered', actions: ['retry'] }),
      one(4, 'cancelled', { text: texts[2], at: now - 5 * hour }),
      one(5, 'sent', { sentAt: now - 4 * hour }),
      one(6, 'reserved', { text: texts[2], at: now + 3 * hour, actions: ['cancel'] }),
      one(7, 'sending'),
    ],
  };
}

/** What is written of a message. */
export function draftSms(values: Draft['values'], attachments: readonly Attachment[] = []): Draft {
  return { html: '', seq: 1, action: null, values, attachments, updatedAt: now };
}

/** Lets the hub have kept something of a message. */
export function keepSms(hub: FakeHub, draft: Draft | null, more: Partial<DraftState> = {}): void {
  const $draft = hub.drafts.of('sms') as WritableAtom<DraftState | null>;
  $draft.set({ ticketId: aTicket().ticketId, draft, state: 'kept', ...more });
}

/** The samples' ticket is open, with its text messages. */
export function smsHub(language: Language = 'ko', thread: SmsThread = sampleThread(language)): FakeHub {
  const hub = sampleHub(language);
  const ticket = aTicket();
  hub.session.$clockOffset.set(now - Date.now());
  hub.tickets.$currentId.set(ticket.ticketId);
  hub.tickets.$current.set(ready(ticket));
  hub.sms.$thread.set(ready(thread));
  return hub;
}

/** A conversation over two days. */
export function sampleChat(language: Language = 'ko', change: Partial<ChatTranscript> = {}): ChatTranscript {
  const { chat, customer, agent, system, opinion } = words[language];
  const start = now - 26 * hour;
  const line = (
    id: number,
    from: ChatLine['from'],
    text: string,
    at: number,
    more: Partial<ChatLine> = {},
  ): ChatLine => ({
    id: `m${id}`,
    from,
    name: { customer, agent, system: '' }[from],
    at,
    text,
    attachments: [],
    ...more,
  });
  return {
    messages: [
      line(1, 'customer', chat[0], start),
      line(2, 'system', system, start + minute),
      line(3, 'agent', chat[1], start + 2 * minute),
      line(4, 'customer', chat[2], start + 3 * minute),
      line(5, 'customer', chat[3], start + 4 * minute, { attachments: [samplePicture(language)] }),
      line(6, 'agent', chat[4], start + 24 * hour),
      line(7, 'customer', chat[5], start + 24 * hour + minute),
    ],
    rating: { satisfied: true, opinion },
    endedAt: start + 24 * hour + 5 * minute,
    ...change,
  };
}

/** A chat of thousands of messages. */
export function longChat(count: number, language: Language = 'ko'): ChatTranscript {
  const lines = sampleChat(language).messages.filter(({ attachments }) => attachments.length === 0);
  const messages = Array.from({ length: count }, (_, index): ChatLine => {
    const line = lines[index % lines.length]!;
    return { ...line, id: `l${index}`, at: now - (count - index) * minute };
  });
  return { messages, rating: null, endedAt: null };
}

/** A ticket that came in by chat is open, with its transcript. */
export function chatHub(language: Language = 'ko', chat: ChatTranscript = sampleChat(language)): FakeHub {
  const hub = sampleHub(language);
  const ticket = { ...aTicket(), channel: 'chat' as const };
  hub.tickets.$currentId.set(ticket.ticketId);
  hub.tickets.$current.set(ready(ticket));
  hub.chat.$transcript.set(ready(chat));
  return hub;
}

/** A service that has neither. */
export function withoutSms(language: Language = 'ko'): ReturnType<typeof sampleSession> {
  const session = sampleSession(language);
  return { ...session, capabilities: { ...session.capabilities, sms: false } };
}

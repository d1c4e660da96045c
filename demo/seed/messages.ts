import type { chats, smsMessages } from '../server/db/schema.js';
import { transcriptBody, type SaidLine } from '../server/services/chat/body.js';
import { sanitiseBody } from '../server/services/sanitise.js';
import { measureSms, smsKind } from '../../src/domain/sms.js';
import type { ChatSide } from '../../src/domain/chat.js';
import type { Body, Language } from '../../src/domain/types.js';
import type { SeedAgent, SeedService } from './organisation.js';
import { opinionId } from '../server/services/chat/transcript.js';
import { fill, phrases } from './phrases.js';
import { Random } from './random.js';
import type { SeedCustomer } from './stories.js';

const minute = 60_000;

/** What is said around the matter of a chat. */
const small = {
  ko: {
    joined: '상담원이 연결되었습니다.',
    hello: '안녕하세요, 무엇을 도와드릴까요?',
    wait: '확인해 보겠습니다. 잠시만 기다려 주세요.',
    thanks: '네, 감사합니다.',
    ended: '상담이 종료되었습니다.',
    opinions: ['빠르고 친절했습니다.', '기다리는 시간이 길었어요.'],
    texts: [
      '[두레상점] 문의하신 내용의 처리가 시작되었습니다.',
      '[두레상점] 교환 상품이 오늘 출고되었습니다. 내일 도착 예정입니다. 받지 못하시면 이 번호로 알려 주세요.',
      '담당자가 곧 전화드리겠습니다.',
    ],
  },
  ja: {
    joined: '担当者につながりました。',
    hello: 'こんにちは。どうされましたか？',
    wait: '確認いたします。少々お待ちください。',
    thanks: 'ありがとうございます。',
    ended: 'チャットが終了しました。',
    opinions: ['丁寧に対応していただきました。', '待ち時間が長かったです。'],
    texts: ['お問い合わせの件、まもなくご連絡します。'],
  },
  en: {
    joined: 'An agent has joined.',
    hello: 'Hello, how can I help you?',
    wait: 'Let me check. One moment, please.',
    thanks: 'Thank you.',
    ended: 'The chat has ended.',
    opinions: ['Quick and friendly.', 'I had to wait for too long.'],
    texts: ['We have started to look into your inquiry.', 'Somebody will call you soon.'],
  },
} as const satisfies Record<Language, unknown>;

type ChatRow = Omit<typeof chats.$inferInsert, 'entryId'>;

export interface SeedChat {
  readonly body: Body;
  readonly row: ChatRow;
}

export interface ChatScene {
  readonly ticketId: string;
  readonly service: SeedService;
  readonly customer: SeedCustomer;
  readonly agent: SeedAgent | null;
  /** The matter, as the customer puts it. */
  readonly first: string;
  /** What it is about, by name. */
  readonly values: Readonly<Record<string, string>>;
  readonly at: number;
  /** Nothing was said later. */
  readonly now: number;
}

/** A chat about a matter. It has numbers of its own: what else happens to a ticket does not depend on it. */
export function chatOf({ ticketId, service, customer, agent, first, values, at, now }: ChatScene): SeedChat | null {
  const random = new Random(at ^ customer.customerId);
  const words = { ...phrases[customer.language], ...small[customer.language] };
  const said: { from: ChatSide; text: string }[] = [{ from: 'customer', text: first }];
  if (agent) {
    said.push({ from: 'system', text: words.joined }, { from: 'agent', text: words.hello });
    const rounds = random.chance(0.05) ? 40 : random.whole(1, 3);
    for (let round = 0; round < rounds; round++)
      said.push(
        {
          from: 'customer',
          text: fill(random.pick(words.again), values),
        },
        { from: 'agent', text: round === 0 ? words.wait : random.pick(words.holds) },
      );
    said.push({ from: 'customer', text: words.thanks }, { from: 'system', text: words.ended });
  }
  const names = { customer: customer.name, agent: agent?.name ?? '', system: '' };
  let moment = at;
  const lines: (SaidLine & { from: ChatSide })[] = said.map(({ from, text }) => {
    const line = { from, text, name: names[from], at: moment };
    moment = Math.min(now, moment + random.whole(4_000, 2 * minute));
    return line;
  });
  const satisfied = agent && random.chance(0.6) ? random.chance(0.8) : null;
  const [praise, complaint] = words.opinions;
  const opinion = satisfied === null || random.chance(0.3) ? null : satisfied ? praise : complaint;
  if (opinion) lines.push({ from: 'customer', text: opinion, name: customer.name, at: moment });
  const body = transcriptBody(lines, service.timeZone);
  if (!body) return null;
  const isOpinion = (index: number): boolean => opinion !== null && index === lines.length - 1;
  const row: ChatRow = {
    serviceId: service.serviceId,
    chatId: `chat-${ticketId}`,
    ticketId,
    lines: lines.map(({ from, at: when }, index) => ({
      id: satisfied !== null && isOpinion(index) ? opinionId(satisfied) : `${index + 1}`,
      from,
      at: when,
      attachmentIds: [],
    })),
    satisfied,
    endedAt: agent ? moment : null,
    updatedAt: moment,
  };
  return { body, row };
}

export interface SeedSms {
  readonly body: Body;
  readonly row: Omit<typeof smsMessages.$inferInsert, 'entryId'>;
}

/** A text message that an agent sent, for some tickets of customers with a number. */
export function smsOf({
  ticketId,
  service,
  customer,
  agent,
  at,
}: Omit<ChatScene, 'first' | 'values' | 'now'>): SeedSms | null {
  const random = new Random(at ^ (customer.customerId * 31));
  if (!agent || !customer.phone || !service.capabilities.sms || !random.chance(0.3)) return null;
  const text = random.pick(small[service.language].texts);
  const isThere = random.chance(0.85);
  return {
    body: sanitiseBody({ html: `<p>${text}</p>` }),
    row: {
      serviceId: service.serviceId,
      smsId: random.text(32, '0123456789abcdef'),
      ticketId,
      kind: smsKind(measureSms(text).bytes, false),
      to: customer.phone,
      state: isThere ? 'delivered' : 'failed',
      problem: isThere ? null : 'undelivered',
      usercode: agent.usercode,
      authorName: agent.name,
      createdAt: at,
      triedSince: at,
      startedAt: at,
      sentAt: at,
      deliveredAt: isThere ? at : null,
    },
  };
}

import type { Body, Channel, EntryKind, Language, Priority, Reason, Status } from '../../src/domain/types.js';
import { agentBody, customerBody, quotedBody } from './bodies.js';
import { filesOf, type SeedFile } from './files.js';
import { chatOf, smsOf, type SeedChat, type SeedSms } from './messages.js';
import { numbered, type SeedAgent, type SeedService } from './organisation.js';
import { fill, phrases } from './phrases.js';
import { Random } from './random.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface SeedCustomer {
  readonly customerId: number;
  readonly usercode: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: Language;
}

export interface StoryEntry {
  readonly kind: EntryKind;
  /** Null: the customer. */
  readonly agent: SeedAgent | null;
  readonly at: number;
  readonly body: Body;
  readonly files: readonly SeedFile[];
  /** Of a text message: where it is. */
  readonly sms?: SeedSms['row'];
}

/** One ticket from its first word to where it stands. */
export interface Story {
  readonly ticketId: string;
  readonly subject: string;
  readonly customer: SeedCustomer;
  readonly channel: Channel;
  readonly language: Language;
  readonly priority: Priority;
  readonly status: Status;
  readonly spam: boolean;
  readonly reason: Reason | null;
  readonly categoryId: number;
  readonly handlingTypeId: number | null;
  readonly group: readonly [number, string] | null;
  readonly assignee: SeedAgent | null;
  readonly starred: boolean;
  readonly entries: readonly StoryEntry[];
  readonly createdAt: number;
  readonly assignedAt: number;
  readonly updatedAt: number;
  /** The chat whose transcript its first entry is. */
  readonly chat: SeedChat['row'] | null;
}

const statusWeights: readonly (readonly [Status | 'spam', number])[] = [
  ['unassigned', 12],
  ['processing', 16],
  ['pending', 9],
  ['issue_transferred', 3],
  ['issue_answered', 2],
  ['dooray_transferred', 2],
  ['dooray_in_progress', 2],
  ['dooray_answered', 2],
  ['resolved', 26],
  ['completed', 22],
  ['spam', 4],
];

const channelWeights: readonly (readonly [Channel, number])[] = [
  ['web', 25],
  ['spweb', 15],
  ['api', 5],
  ['mail', 35],
  ['chat', 7],
  ['phone', 8],
  ['manual', 3],
  ['issue', 2],
];

/** What comes by transfer is made of the tickets that go there. */
function channelOf(random: Random): Channel {
  const channel = random.weighted(channelWeights);
  return channel === 'issue' ? 'manual' : channel;
}

const priorityWeights: readonly (readonly [Priority, number])[] = [
  ['normal', 68],
  ['low', 12],
  ['high', 14],
  ['urgent', 6],
];

/** How long ago, so that today has figures and last month has not vanished. Open tickets are younger. */
function age(random: Random, status: Status | 'spam'): number {
  const finished = status === 'completed' || status === 'spam';
  const recent = finished ? 0.05 : status === 'resolved' ? 0.3 : 0.45;
  if (random.chance(recent)) return random.whole(2 * minute, 20 * hour);
  return random.whole(day, (finished ? 120 : status === 'resolved' ? 60 : 14) * day);
}

/** Subjects that lists and headings must bear. */
function awkward(random: Random, subject: string): string {
  if (random.chance(0.02)) return `${subject} – ${Array.from({ length: 7 }, () => subject).join(' / ')}`.slice(0, 255);
  if (random.chance(0.01)) return `<b>${subject}</b> & <script>alert(1)</script>`;
  return subject;
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

export function customerOf(random: Random, service: SeedService, customerId: number): SeedCustomer {
  const others = (['ko', 'ja', 'en'] as const).filter((language) => language !== service.language);
  const language = random.chance(0.8) ? service.language : random.pick(others);
  const unnamed = random.chance(0.05);
  const reachable = random.chance(0.88);
  return {
    customerId,
    language,
    usercode: random.chance(0.6) ? `u${customerId}` : null,
    name: unnamed ? '' : random.pick(phrases[language].names),
    email: reachable ? `customer${customerId}@mail.example` : null,
    phone: !reachable || random.chance(0.5) ? `010-${random.whole(1000, 9999)}-${random.whole(1000, 9999)}` : null,
  };
}

/** Writes the entries of a ticket one after the other, each some time after the one before. */
class Course {
  readonly entries: StoryEntry[] = [];
  readonly #random: Random;
  readonly #step: number;
  at: number;

  constructor(random: Random, start: number, room: number) {
    this.#random = random;
    this.at = start;
    this.#step = room / 10;
  }

  pass(): number {
    this.at += Math.floor(this.#step * (0.2 + 0.8 * this.#random.next()));
    return this.at;
  }

  add(kind: EntryKind, agent: SeedAgent | null, body: Body, files: readonly SeedFile[] = []): void {
    if (this.entries.length) this.pass();
    this.entries.push({ kind, agent, at: this.at, body, files });
  }
}

function transferable(service: SeedService, status: Status | 'spam'): boolean {
  if (status.startsWith('issue_')) return service.capabilities.issueTransfer;
  return !status.startsWith('dooray_') || service.capabilities.dooray;
}

interface Scene {
  readonly random: Random;
  readonly service: SeedService;
  readonly customer: SeedCustomer;
  readonly course: Course;
  readonly values: Readonly<Record<string, string>>;
  readonly assignee: SeedAgent | null;
}

/** What happens between the first word and the end. */
function middle({ random, course, customer, values, assignee, service }: Scene, first: string): void {
  const words = phrases[customer.language];
  if (!assignee) {
    if (random.chance(0.15))
      course.add(
        'reinquiry',
        null,
        customerBody(random, {
          language: customer.language,
          text: fill(random.pick(words.again), values),
          product: '',
          amount: '',
        }),
      );
    return;
  }
  const rounds = random.weighted([
    [0, 50],
    [1, 35],
    [2, 15],
  ]);
  for (let round = 0; round < rounds; round++) {
    if (random.chance(0.4))
      course.add('comment', random.pick(service.agents), agentBody(random.pick(phrases[service.language].comments)));
    const question = random.pick(words.holds);
    course.add('hold', assignee, agentBody(question));
    const answer = fill(random.pick(words.again), values);
    const date = new Date(course.at).toISOString().slice(0, 10);
    course.add(
      'reinquiry',
      null,
      quotedBody(customer.language, answer, round ? question : first, service.mail.senderName, date),
    );
  }
}

function ending(
  { random, course, customer, assignee, service }: Scene,
  status: Status,
  spam: boolean,
  reason: Reason | null,
): void {
  const words = phrases[customer.language];
  if (reason)
    course.add(
      'internal',
      assignee ?? random.pick(service.agents),
      agentBody(spam ? '' : phrases[service.language].internal),
    );
  else if (status === 'resolved' || status === 'completed')
    course.add('reply', assignee, agentBody(random.pick(words.replies)));
  else if (status === 'pending') course.add('hold', assignee, agentBody(random.pick(words.holds)));
  else if (status === 'issue_answered') course.add('issue', null, agentBody(phrases[service.language].guidance));
  else if (random.chance(0.25))
    course.add(
      'comment',
      assignee ?? random.pick(service.agents),
      agentBody(random.pick(phrases[service.language].comments)),
    );
}

/** Makes one ticket. The same numbers and the same `now` make the same one. */
export function tell(random: Random, service: SeedService, customers: readonly SeedCustomer[], now: number): Story {
  const drawn = random.weighted(statusWeights.filter(([status]) => transferable(service, status)));
  const spam = drawn === 'spam';
  const status: Status = drawn === 'spam' ? 'resolved' : drawn;
  const customer = random.pick(customers);
  const { language } = customer;
  const words = phrases[language];
  const createdAt = now - age(random, drawn);
  const values = {
    product: random.pick(words.products),
    number: `${random.whole(20_000_000, 99_999_999)}`,
    amount: random.whole(9, 400).toString() + ',000',
    date: new Date(createdAt - random.whole(2, 9) * day).toISOString().slice(0, 10),
  };
  const matter = spam ? { ...random.pick(words.spam), category: 0 } : random.pick(words.cases);
  const group = service.groups[matter.category % service.groups.length] ?? null;
  const members = service.agents.filter((agent) => group && agent.groups.includes(group[0]));
  const assignee = status === 'unassigned' || spam ? null : random.pick(members.length ? members : service.agents);
  const tops = numbered(service, 'categories').filter((node) => node.parent === 0);
  const types = numbered(service, 'handlingTypes');
  const finished = status === 'resolved' || status === 'completed';
  const reason = spam
    ? 'spam'
    : finished && random.chance(0.08)
      ? random.pick(['test', 'duplicate', 'phone', 'other'] as const)
      : null;
  const course = new Course(random, createdAt, now - createdAt);
  const first = fill(matter.text, values);
  // Numbers of their own: what else happens to a ticket does not depend on its files.
  const files = spam ? [] : filesOf(new Random(createdAt ^ customer.customerId), language, values);
  const { product, amount } = values;
  course.add('inquiry', null, customerBody(random, { language, text: first, product, amount, files }), files);
  const assignedAt = assignee ? course.pass() : createdAt;
  const scene = { random, service, customer, course, values, assignee };
  if (!spam) middle(scene, first);
  ending(scene, status, spam, reason);
  const ticketId = `T${createdAt}${random.text(5, letters)}`;
  const subject = awkward(random, fill(matter.subject, values));
  const channel = customer.email ? channelOf(random) : random.pick(['chat', 'phone', 'manual'] as const);
  const scenery = { ticketId, service, customer, agent: assignee };
  const chat = channel === 'chat' && !spam ? chatOf({ ...scenery, first, values, at: createdAt, now }) : null;
  // What is handed over goes by its last entries.
  const sms = spam || status.includes('_') ? null : smsOf({ ...scenery, at: course.at });
  return {
    ticketId,
    subject,
    customer,
    channel,
    language,
    priority: random.weighted(priorityWeights),
    status,
    spam,
    reason,
    categoryId: tops[matter.category % tops.length]?.id ?? 0,
    handlingTypeId: finished && !spam ? random.pick(types).id : null,
    group: assignee ? group : null,
    assignee,
    starred: random.chance(0.06),
    entries: withMessages(course.entries, assignee, chat, sms),
    createdAt,
    assignedAt,
    updatedAt: course.at,
    chat: chat?.row ?? null,
  };
}

/** The first word of a chat is its transcript; a text message follows what was written. */
function withMessages(
  [first, ...entries]: readonly StoryEntry[],
  agent: SeedAgent | null,
  chat: SeedChat | null,
  sms: SeedSms | null,
): readonly StoryEntry[] {
  const opening = first && chat ? [{ ...first, body: chat.body, files: [] }] : first ? [first] : [];
  const sent: readonly StoryEntry[] = sms
    ? [{ kind: 'sms', agent, at: sms.row.createdAt, body: sms.body, files: [], sms: sms.row }]
    : [];
  return [...opening, ...entries, ...sent];
}

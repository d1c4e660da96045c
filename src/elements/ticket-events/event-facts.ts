import { outcomeText } from '../../base/outcome-text.js';
import { fieldLabel, ownField, type SearchSource } from '../../base/search-source.js';
import { pathOf } from '../../domain/tree.js';
import { timeText } from '../../base/time-text.js';
import { isEventKind, type EventKind } from '../../domain/ticket-events.js';
import type {
  Channel,
  MaskCategory,
  Priority,
  Reason,
  Status,
  TicketEvent,
  TransferProblem,
  TreeNode,
} from '../../domain/types.js';
import { safeName } from '../../util/safe-name.js';

type Value = TicketEvent['data'][string] | undefined;
type Told = (value: Value) => string;

/** What happened, in a few words. */
export function wordsOf({ kind }: TicketEvent, { more }: SearchSource): string {
  return more.event[isEventKind(kind) ? kind : 'other'];
}

/** Who did it, or which trigger. */
export function actorOf({ actor, data }: TicketEvent, { more }: SearchSource): string {
  const words = more.ticketEvents;
  if (data['trigger']) return words.trigger({ name: safeName(String(data['trigger'])) });
  return safeName(actor?.name ?? '') || words.system;
}

/** What before and what after, and whatever else is known of an event. */
export function factsOf(event: TicketEvent, source: SearchSource): readonly string[] {
  return isEventKind(event.kind) ? (tellers[event.kind]?.(new Facts(event, source)) ?? []) : [];
}

/** The facts of an event in the words of the page. What is not there is not told. */
class Facts {
  readonly words;
  readonly status: Told;
  readonly priority: Told;
  readonly channel: Told;
  readonly reason: Told;

  constructor(
    private readonly event: TicketEvent,
    private readonly source: SearchSource,
  ) {
    const { texts, more } = source;
    this.words = more.ticketEvents;
    this.status = (value) => texts.status[value as Status];
    this.priority = (value) => texts.priority[value as Priority];
    this.channel = (value) => texts.channel[value as Channel];
    this.reason = (value) => texts.reason[value as Reason];
  }

  value(name: string): Value {
    return this.event.data[name];
  }

  /** What before, and what after. */
  step(told: Told = (value) => this.plain(value), to = this.value('to')): string[] {
    const { words } = this;
    const from = this.value('from');
    if (from === undefined && to === undefined) return [];
    const say = (value: Value): string =>
      value === null || value === undefined ? words.nothing : told(value) || String(value);
    return [words.step({ from: say(from), to: say(to) })];
  }

  one(label: string, name: string, told: Told = (value) => this.plain(value)): string[] {
    const value = this.value(name);
    if (value === undefined || value === null || value === '') return [];
    return [this.words.fact({ name: label, value: told(value) || String(value) })];
  }

  /** A node of a tree by its number; one that is gone has no name any more. */
  node(kind: 'categories' | 'handlingTypes'): Told {
    const tree: readonly TreeNode[] = this.source.settings?.[kind] ?? [];
    return (value) => pathOf(tree, Number(value)) ?? this.words.gone;
  }

  field(): string[] {
    const name = `f.${String(this.value('field'))}`;
    const { settings } = this.source;
    const label = ownField(name, settings) ? fieldLabel(name, this.source) : this.words.gone;
    return [label, ...this.step()];
  }

  /** Names of the facts of a customer that changed; what they were and are stands in no log. */
  customer(): string[] {
    const names = String(this.value('fields') ?? '')
      .split(',')
      .filter(Boolean);
    const { fact, changed } = this.words;
    const labels = names.map((name) => fieldLabel(name, this.source));
    return labels.length > 0 ? [fact({ name: changed, value: labels.join(', ') })] : [];
  }

  /** What kind of words a mask is about. */
  masked(): string[] {
    const category = this.value('category') as MaskCategory | null | undefined;
    return category ? [this.source.more.maskKinds[category]] : [];
  }

  /** What a server outside answered. */
  readonly said: Told = (value) => outcomeText(String(value), this.source.texts);

  /** Why something did not get to Dooray!. */
  readonly problem: Told = (value) => this.source.more.transferProblem[value as TransferProblem];

  /** A moment in the service's zone. */
  readonly moment: Told = (value) => {
    const { language, session } = this.source;
    return timeText(Number(value), language, session?.service.timeZone ?? 'UTC', 'dateTime');
  };

  plain(value: Value): string {
    const { yes, no } = this.source.texts.ticketHistory;
    if (typeof value === 'boolean') return value ? yes : no;
    return safeName(String(value ?? ''));
  }

  get labels() {
    return this.source.more.field;
  }

  get how(): string[] {
    const words = this.source.more.triggerSettings;
    const how = this.value('how');
    return how === 'agent' || how === 'random' || how === 'in_turn' ? [words[`kind_${how}`]] : [];
  }
}

const given = (facts: Facts): string[] => [
  ...facts.how,
  ...(facts.value('to') === undefined ? [] : facts.step()),
  ...facts.one(facts.labels.groups, 'group'),
];
const statuses =
  (to?: Status) =>
  (facts: Facts): string[] =>
    facts.step(facts.status, to ?? facts.value('to'));
const sent = (facts: Facts): string[] => facts.one(facts.words.recipient, 'to');
const answered = (facts: Facts): string[] => facts.one(facts.words.answer, 'answer', facts.said);
/** Where a ticket went. */
const place = (facts: Facts): string[] => facts.one(facts.words.place, 'to');
const undone = (facts: Facts): string[] => facts.one(facts.words.answer, 'problem', facts.problem);

/** The ticket of another service, and that service. Where the event changed the status too, `to` is that. */
const linked = (facts: Facts): string[] => [
  ...facts.one(facts.words.service, facts.value('service') === undefined ? 'to' : 'service'),
  ...facts.one(facts.words.linkedTicket, facts.value('linked') === undefined ? 'origin' : 'linked'),
];

const tellers: Readonly<Partial<Record<EventKind, (facts: Facts) => readonly string[]>>> = {
  created: (facts) => [
    ...facts.one(facts.labels.channel, 'channel', facts.channel),
    ...facts.one(facts.words.ticketBefore, 'follows'),
    ...linked(facts),
  ],
  claimed: given,
  forwarded: given,
  assigned: given,
  group_set: (facts) => facts.step(),
  category_changed: (facts) => facts.step(facts.node('categories')),
  priority_changed: (facts) => facts.step(facts.priority),
  handling_type_changed: (facts) => facts.step(facts.node('handlingTypes')),
  field_changed: (facts) => facts.field(),
  customer_changed: (facts) => facts.customer(),
  customer_wrote: (facts) => (facts.value('from') === facts.value('to') ? [] : statuses()(facts)),
  followed: (facts) => facts.one(facts.words.ticketAfter, 'ticketId'),
  resolved: statuses('resolved'),
  held: statuses('pending'),
  resolved_internally: (facts) => [
    ...statuses('resolved')(facts),
    ...facts.one(facts.labels.reason, 'reason', facts.reason),
  ],
  restored: (facts) => [
    ...facts.one(facts.labels.status, 'to', facts.status),
    ...facts.one(facts.labels.assignee, 'assignee'),
  ],
  mail_withdrawn: statuses(),
  masked: (facts) => facts.masked(),
  unmasked: (facts) => facts.masked(),
  mask_purged: (facts) => facts.masked(),
  trigger_without_agent: (facts) => facts.how,
  notice_queued: sent,
  notice_failed: answered,
  callback_queued: (facts) => facts.one(facts.words.address, 'to'),
  callback_failed: answered,
  issue_transferred: (facts) => [...statuses('issue_transferred')(facts), ...linked(facts)],
  issue_answered: (facts) => [
    ...(facts.value('from') === facts.value('to') ? [] : statuses()(facts)),
    ...linked(facts),
  ],
  answered_back: (facts) => linked(facts),
  guidance_asked: (facts) => linked(facts),
  guidance_done: (facts) => linked(facts),
  dooray_registered: statuses(),
  dooray_working: statuses(),
  dooray_closed: statuses(),
  dooray_transferred: (facts) => [...statuses('dooray_transferred')(facts), ...place(facts)],
  dooray_task_made: place,
  dooray_commented: place,
  dooray_failed: undone,
  dooray_retried: place,
  dooray_withdrawn: statuses(),
  dooray_comment_failed: undone,
  call_promised: (facts) => facts.one(facts.words.callAt, 'at', facts.moment),
  call_moved: (facts) => facts.step(facts.moment),
};

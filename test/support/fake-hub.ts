import { ContextProvider } from '@lit/context';
import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { hubKey, type DraftState, type Hub, type TicketWindow } from '../../src/base/hub-context.js';
import { usualColumns } from '../../src/domain/columns.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import { draftKinds, type DraftKind, type Language, type TicketRow } from '../../src/domain/types.js';
import type { DeskRequest } from '../../src/events/requests.js';
import * as requests from '../../src/events/requests.js';
import { en } from '../../src/strings/en.js';
import { ja } from '../../src/strings/ja.js';
import { ko, type Texts } from '../../src/strings/ko.js';
import { en as moreEn } from '../../src/strings/more/en.js';
import { ja as moreJa } from '../../src/strings/more/ja.js';
import { ko as moreKo, type MoreTexts } from '../../src/strings/more/ko.js';
import { phrasesOf } from '../../src/strings/phrase.js';

type Writable<T> = {
  [K in keyof T]: T[K] extends ReadableAtom<infer V>
    ? WritableAtom<V>
    : T[K] extends (...args: never[]) => unknown
      ? T[K]
      : Writable<T[K]>;
};

/** A hub whose stores a test or a story sets. */
export type FakeHub = Writable<Hub> & {
  /** Every request that an element in it, or joined to it, has made. */
  readonly requests: DeskRequest[];
  /** The requests of one class, in order. */
  asked<T extends DeskRequest>(kind: new (...args: never[]) => T): T[];
};

const requestTypes = Object.values(requests)
  .filter((value) => typeof value === 'function' && 'type' in value)
  .map((value) => (value as unknown as { type: string }).type);

/** The texts of a language, at once. */
export function textsIn(language: Language): Texts {
  return phrasesOf<Texts>({ ko, ja, en }[language], language);
}

/** The texts of what opens late, at once. */
export function moreTextsIn(language: Language): MoreTexts {
  return phrasesOf<MoreTexts>({ ko: moreKo, ja: moreJa, en: moreEn }[language], language);
}

/** A window over rows that are all here. */
export function windowOf(rows: readonly TicketRow[], change: Partial<TicketWindow> = {}): TicketWindow {
  return {
    status: 'ready',
    total: rows.length,
    isEstimate: false,
    generation: 1,
    changed: null,
    row: (index) => rows[index],
    indexOf: (ticketId) => rows.findIndex((row) => row.ticketId === ticketId),
    want: () => undefined,
    hold: () => undefined,
    place: null,
    leave: () => undefined,
    ...change,
  };
}

/** Every store idle, Korean texts, connection live; set what the test is about. */
export function createFakeHub(): FakeHub {
  const heard: DeskRequest[] = [];
  const onRequest = (event: Event): void => {
    if (!heard.includes(event as DeskRequest)) heard.push(event as DeskRequest);
  };
  const idle = { status: 'idle' } as const;
  const kept = Object.fromEntries(draftKinds.map((kind) => [kind, atom(null)])) as unknown as Record<
    DraftKind,
    WritableAtom<DraftState | null>
  >;
  return {
    requests: heard,
    asked: (kind) => heard.filter((request) => request instanceof kind),
    session: {
      $session: atom<never>(idle as never),
      $settings: atom<never>(idle as never),
      $connection: atom('live'),
      $clockOffset: atom(0),
      $unavailable: atom(null),
    },
    text: { $language: atom('ko'), $texts: atom(textsIn('ko')), $more: atom(moreTextsIn('ko')) },
    tickets: {
      $query: atom({ view: 'all', sort: 'updatedAt', descending: true }),
      $window: atom(windowOf([])),
      $waiting: atom(0),
      $counts: atom<never>(idle as never),
      $savedCounts: atom<never>(idle as never),
      $savedView: atom(null),
      $columns: atom(usualColumns),
      $density: atom('normal'),
      $isSearchOpen: atom(false),
      $currentId: atom(null),
      $current: atom<never>(idle as never),
      $history: atom<never>(idle as never),
      $events: atom<never>(idle as never),
      $draft: atom(null),
      $insertion: atom(null),
      $shownEntry: atom(null),
    },
    selection: { $ticked: atom({ all: false, ids: new Set() }) },
    presence: { $viewers: atom(new Map()) },
    assignments: { $assigned: atom([]) },
    board: { $board: atom<never>(idle as never) },
    channels: { $channels: atom({ status: 'ready', value: { phone: null, chat: null } }) },
    notices: { $notices: atom({ status: 'ready', value: [] }) },
    calls: { $calls: atom({ status: 'ready', value: [] }), of: () => Promise.resolve(null) },
    sms: { $thread: atom<never>(idle as never) },
    chat: { $transcript: atom<never>(idle as never) },
    work: { $tasks: atom([]), $made: atom(null), $saved: atom(null) },
    preferences: { $preferences: atom({ status: 'ready', value: usualPreferences }) },
    bulk: {
      $jobs: atom({ status: 'ready', value: [] }),
      check: () => new Promise(() => undefined),
      items: () => new Promise(() => undefined),
    },
    customers: {
      lookUp: () => new Promise(() => undefined),
      find: () => Promise.resolve([]),
      related: () => new Promise(() => undefined),
    },
    lists: { rows: () => new Promise(() => undefined) },
    files: { part: () => Promise.resolve('blob:none'), upload: () => new Promise(() => undefined) },
    answers: {
      versions: () => Promise.resolve([]),
      preview: () => new Promise(() => undefined),
      templates: () => Promise.resolve([]),
      filled: () => new Promise(() => undefined),
    },
    drafts: { of: (kind) => kept[kind], read: () => Promise.resolve() },
    masks: {
      $selection: atom(null),
      $outcome: atom(null),
      $found: atom([]),
      reveal: () => new Promise(() => undefined),
      find: () => Promise.resolve([]),
    },
    audit: { page: () => new Promise(() => undefined), ofMask: () => Promise.resolve([]) },
    dooray: { $conversation: atom<never>(idle as never) },
    transfer: {
      source: () => new Promise(() => undefined),
      targets: () => new Promise(() => undefined),
      project: () => new Promise(() => undefined),
      template: () => new Promise(() => undefined),
    },
    triggers: { all: () => Promise.resolve([]) },
    join(element) {
      for (const type of requestTypes) element.addEventListener(type, onRequest);
      return () => {
        for (const type of requestTypes) element.removeEventListener(type, onRequest);
      };
    },
  } as FakeHub;
}

/** `<fake-hub>`: hands the hub that was put into its `hub` property to what stands inside, as `desk-hub` does. */
export class FakeHubElement extends HTMLElement {
  readonly #provider = new ContextProvider(this, { context: hubKey });
  #leave?: () => void;
  #hub?: FakeHub;

  get hub(): FakeHub | undefined {
    return this.#hub;
  }

  set hub(hub: FakeHub | undefined) {
    if (hub === this.#hub) return;
    this.#leave?.();
    this.#hub = hub;
    this.#leave = hub?.join(this);
    this.#provider.setValue(hub as Hub);
  }

  connectedCallback(): void {
    this.#provider.hostConnected();
    this.#provider.setValue(this.#hub as Hub);
  }

  disconnectedCallback(): void {
    this.#provider.setValue(undefined as unknown as Hub);
  }
}

if (!customElements.get('fake-hub')) customElements.define('fake-hub', FakeHubElement);

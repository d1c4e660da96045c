import { atom, computed, onMount, type ReadableAtom } from 'nanostores';
import { createApi } from '../api/api.js';
import type { GetToken } from '../api/token-source.js';
import type { Hub } from '../base/hub-context.js';
import { searchText } from '../domain/search-text.js';
import type { SearchProblem } from '../domain/search.js';
import type { Language, Session } from '../domain/types.js';
import { createBeside } from './beside.js';
import { createBoard } from './board.js';
import { createDraftStores } from './draft-stores.js';
import { createFiles } from './files.js';
import { Live } from './live.js';
import { createLateStores, makersOf } from './late-stores.js';
import { createLists } from './lists.js';
import { createMasks } from './masks.js';
import { createPersonalData } from './personal-data.js';
import { createPreferences } from './preferences.js';
import { createHandlers, hearRequests } from './request-handlers.js';
import { createSelection } from './selection.js';
import { createSession } from './session.js';
import { createText } from './text.js';
import { createTickets } from './tickets.js';
import { createWork } from './work.js';
import { newKey } from '../util/key.js';
import { once } from '../util/once.js';

export interface HubOptions {
  readonly baseUrl: string;
  readonly service: string;
  readonly fetch: () => typeof globalThis.fetch;
  readonly getToken: () => GetToken | undefined;
  /** Whether pages of the same agent share one event stream: not where a page leads its calls elsewhere. */
  readonly isShared?: () => boolean;
  /** The list to begin with, as `$search` tells one; empty for the usual one. */
  readonly search?: string;
  /** Hears what of a search cannot be used, before the rest of it is opened. */
  readonly onProblems?: (problems: readonly SearchProblem[]) => void;
  /** Called when the page's callback gives no token. */
  readonly onSignedOut?: () => void;
  readonly $asked: ReadableAtom<Language | undefined>;
  /** Ends the hub. */
  readonly signal: AbortSignal;
  /** Waiting times, which tests make short. */
  readonly timing?: {
    readonly silence?: number;
    readonly pause?: (attempt: number) => number;
    readonly saveAfter?: number;
    readonly retryAfter?: number;
  };
}

/** A hub and what its element does with it. */
export interface BuiltHub {
  readonly hub: Hub;
  readonly $unavailable: { set(value: 'hide' | 'disable' | null): void };
  /** The open list as a line that can stand in an address. */
  readonly $search: ReadableAtom<string>;
  /** Opens a list by such a line. */
  openSearch(search: string): Promise<void>;
  /** The page is in sight again, or the hub is back in it. */
  look(): void;
  /** The page goes into the background and may not come back: what is unsaved is sent. `isLeft` where the hub left it. */
  flush(isLeft?: boolean): Promise<void>;
}

/** Builds everything that the elements of one hub share. */
export function createHub(options: HubOptions): BuiltHub {
  const { timing = {} } = options;
  let agent = new AbortController();
  const api = createApi({
    ...options,
    pause: timing.pause,
    onOffset: (offset) => session.$clockOffset.set(offset),
    onAgent: (renewed) => welcome(renewed),
    onSignedOut: () => {
      session.$isSignedOut.set(true);
      options.onSignedOut?.();
    },
    onSignedIn: () => session.$isSignedOut.set(false),
  });
  const live = new Live(api, {
    ...timing,
    sharedName: async () => {
      if (!options.isShared?.()) return undefined;
      const { agent: who, service } = await session.now(signal());
      return JSON.stringify(['deskparts/stream/1', options.baseUrl, service.serviceId, who.usercode]);
    },
  });
  const session = createSession(api, live);
  const serverNow = (): number => Date.now() + session.$clockOffset.get();
  const lists = createLists(api, () => session.session.value, serverNow);
  const signal = (): AbortSignal => AbortSignal.any([agent.signal, options.signal]);
  const work = createWork();
  const preferences = createPreferences({ ...timing, api, live, work, signal });
  const selection = createSelection();
  const tickets = createTickets({ api, live, lists, preferences, selection, signal });
  const board = createBoard(api, live, serverNow);
  const beside = createBeside({ api, live, tickets, session, signal });
  const text = createText(options.$asked, session.session.$load);
  const { $session } = session.stores;
  const { $draft: $answer, $currentId } = tickets;
  const stores = createLateStores({ api, live, text, $session, $currentId, $current: tickets.stores.$current });
  const files = createFiles(api);
  const drafts = createDraftStores({ ...timing, api, $answer, $currentId, serverNow, signal });
  // An answer that is being written may quote what was masked.
  const masks = createMasks(tickets.$currentId, tickets.stores.$history, () => {
    drafts.renew(tickets.$currentId.get() ?? '');
  });
  const during = (own: AbortSignal): AbortSignal => AbortSignal.any([own, signal()]);
  const $isSearchOpen = atom(false);
  const personalData = createPersonalData({
    $session: session.stores.$session,
    $settings: session.stores.$settings,
    $currentId: tickets.$currentId,
    $history: tickets.stores.$history,
    $found: masks.$found,
    owner: options.signal,
    during,
  });
  const actions = once(async () => {
    const [{ Actions }, calls] = await Promise.all([import('./actions.js'), api.work()]);
    return new Actions({
      api: { ...calls, ticket: api.ticket },
      tickets,
      work,
      drafts: drafts.make,
      serverNow,
      signal,
      serviceId: options.service,
      session: () => session.now(signal()),
      settings: () => session.settings.value,
      pause: timing.pause,
    });
  });
  const late = once(async () => {
    const { createLateRequests } = await import('./late-requests.js');
    return createLateRequests({
      api,
      tickets,
      drafts: drafts.make,
      masks,
      preferences,
      ...makersOf(stores),
      work,
      signal,
      serviceId: options.service,
      session: () => session.now(signal()),
      language: () => text.$language.get(),
      pause: timing.pause,
    });
  });

  /** A renewed token may be another agent's, who must not see, or send, what the former one left. */
  function welcome(renewed: Session): void {
    const before = session.session.value;
    session.session.set(renewed);
    if (!before || before.agent.usercode === renewed.agent.usercode) return;
    agent.abort();
    agent = new AbortController();
    drafts.clear();
    work.clear();
    selection.clear();
    masks.clear();
    $isSearchOpen.set(false);
    preferences.clear();
    for (const store of Object.values(stores)) store.clear();
    tickets.clear();
    board.clear();
    session.settings.clear();
    beside.clear();
    live.restart();
  }

  onMount(tickets.$draft, () =>
    tickets.$currentId.subscribe(() => {
      void drafts.make().then(
        (loaded) => loaded.show(tickets.$currentId.get()),
        () => undefined,
      );
    }),
  );
  options.signal.addEventListener('abort', () => {
    live.end();
    drafts.clear();
  });

  async function openSearch(search: string): Promise<void> {
    const isWanted = tickets.choose();
    const { parseSearch } = await import('../domain/search.js');
    if (!isWanted()) return;
    const { query, problems } = parseSearch(search);
    options.onProblems?.(problems);
    tickets.show(query, null);
  }
  if (options.search) {
    tickets.hold(true);
    openSearch(options.search).catch(() => tickets.hold(false));
  }

  const join = hearRequests(
    createHandlers({
      tickets,
      session,
      board,
      work,
      preferences,
      ...stores,
      selection,
      masks,
      keepFindings: personalData.keep,
      $isSearchOpen,
      live,
      beside,
      drafts: drafts.make,
      actions,
      late,
      signal,
    }),
  );

  return {
    look(): void {
      tickets.look();
      beside.look();
      preferences.resume();
    },
    flush: async (isLeft = false) =>
      void (await Promise.all([drafts.flush(), preferences.flush(isLeft), beside.leave()])),
    $search: computed(tickets.$query, (query) => searchText({ ...query, fields: undefined })),
    openSearch,
    $unavailable: session.$unavailable,
    hub: {
      session: session.stores,
      text,
      tickets: { ...tickets.stores, $isSearchOpen },
      selection: { $ticked: selection.$ticked },
      ...beside.stores,
      board: { $board: board.$load },
      channels: { $channels: stores.channels.$load },
      notices: { $notices: stores.notices.$load },
      calls: {
        $calls: stores.calls.$load,
        of: async (ticketId, own) => (await (await api.late()).calls(ticketId, during(own)))[0] ?? null,
      },
      work: { $tasks: work.$tasks, $made: work.$made, $saved: work.$saved },
      files: {
        part: (id, own) => files.part(id, during(own)),
        upload: async (file, { inline, onProgress }, own) =>
          (await api.handling()).upload(file, inline, { key: newKey(), signal: during(own) }, onProgress),
      },
      answers: {
        versions: async (id, own) => (await api.handling()).versions(id, during(own)),
        preview: async (id, answer, own) => (await api.handling()).preview(id, answer, during(own)),
        templates: async (own) => (await api.handling()).templates(during(own)),
        filled: async (templateId, of, own) => (await api.handling()).filled(templateId, of, during(own)),
      },
      masks: {
        $selection: masks.$selection,
        $outcome: masks.$outcome,
        reveal: async (maskId, purpose, own) =>
          (await import('./mask-handlers.js')).revealed({ api, tickets }, maskId, purpose, during(own)),
        $found: masks.$found,
        find: personalData.find,
      },
      audit: {
        page: async (filter, cursor, own) => (await api.audit()).page(filter, cursor, during(own)),
        ofMask: async (ticketId, maskId, own) => (await api.audit()).ofMask(ticketId, maskId, during(own)),
      },
      dooray: { $conversation: stores.conversation.$load },
      sms: { $thread: stores.sms.$load },
      chat: { $transcript: stores.chat.$load },
      drafts: { of: drafts.of, read: drafts.read },
      transfer: {
        source: async (ticketId, own) =>
          (await import('./transfer.js')).sourceOf({ api, tickets }, ticketId, during(own)),
        targets: async (own) => (await api.transfer()).targets(during(own)),
        project: async (organizationId, projectId, own) =>
          (await api.transfer()).project(organizationId, projectId, during(own)),
        template: async (place, own) => (await api.transfer()).template(place, during(own)),
      },
      triggers: { all: async (own) => (await api.handling()).triggers(during(own)) },
      preferences: { $preferences: preferences.$preferences },
      bulk: {
        $jobs: stores.jobs.$load,
        check: async (target, intent, own) => (await api.late()).checkBulk(target, intent, during(own)),
        items: async (jobId, which, own) => (await api.late()).job(jobId, which, during(own)),
      },
      customers: {
        lookUp: async (values, own) => (await api.late()).customerInfo(values, during(own)),
        find: async (start, own) => (await api.handling()).findCustomers(start, during(own)),
        related: async (ticketId, ask, own) => (await api.late()).related(ticketId, ask, during(own)),
      },
      lists: {
        rows: async (query, most, own) => (await import('./list-rows.js')).listRows(api, query, most, during(own)),
      },
      join,
    },
  };
}

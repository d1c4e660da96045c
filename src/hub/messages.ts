import { computed, type ReadableAtom } from 'nanostores';
import type { Api } from '../api/api.js';
import type { Load, Task } from '../base/hub-context.js';
import { known } from '../base/known.js';
import type { ChatTranscript } from '../domain/chat.js';
import type { SmsMessage, SmsThread } from '../domain/sms.js';
import type { Session, Ticket } from '../domain/types.js';
import * as requests from '../events/requests.js';
import type { Drafts } from './drafts.js';
import { insist } from './insist.js';
import type { Live } from './live.js';
import { asDeskError, createLoad } from './load.js';
import type { Work } from './work.js';

/** Shortest time between two unseen readings, in milliseconds: several news of one ticket come at once. */
const interval = 500;

interface Open {
  readonly $currentId: ReadableAtom<string | null>;
  readonly $current: ReadableAtom<Load<Ticket>>;
  readonly $session: ReadableAtom<Load<Session>>;
}

/** What is read of the open ticket, and again whenever that changes. */
function follow<T>(
  live: Live,
  $key: ReadableAtom<string | null>,
  read: (id: string, signal: AbortSignal) => Promise<T>,
) {
  const load = createLoad<T, string>(read, {
    $key,
    interval,
    whileMounted: () =>
      live.on((event) => {
        const isOurs = event.topic === 'ticket' && event.ticketId === $key.get();
        if (event.topic === 'live') load.recover();
        else if (isOurs || event.topic === 'reset') load.refresh();
      }),
  });
  return load;
}

export type SmsStore = ReturnType<typeof createSms>;

/** The text messages of the open ticket, where the service sends any. */
export function createSms(api: Pick<Api, 'messages'>, live: Live, { $currentId, $session }: Open) {
  const $key = computed([$currentId, $session], (id, session) => (known(session)?.capabilities.sms ? id : null));
  const load = follow<SmsThread>(live, $key, async (id, signal) => (await api.messages()).sms(id, signal));
  return {
    $load: load.$load,
    reload: load.reload,
    clear: load.clear,
    /** A message as the server answered: it is there before the others are read again. */
    accept(ticketId: string, message: SmsMessage): void {
      const { value } = load;
      if (ticketId !== $key.get() || !value) return;
      const isKnown = value.messages.some(({ smsId }) => smsId === message.smsId);
      const messages = isKnown
        ? value.messages.map((each) => (each.smsId === message.smsId ? message : each))
        : [...value.messages, message];
      load.set({ ...value, messages });
      load.refresh();
    },
  };
}

/** What was said in the chat of the open ticket, where it came in by chat. */
export function createChat(api: Pick<Api, 'messages'>, live: Live, { $currentId, $current }: Open) {
  const $key = computed([$currentId, $current], (id, load) => {
    const ticket = known(load);
    return ticket?.ticketId === id && ticket?.channel === 'chat' ? id : null;
  });
  return follow<ChatTranscript>(live, $key, async (id, signal) => (await api.messages()).chat(id, signal));
}

export interface SmsParts {
  readonly api: Pick<Api, 'messages'>;
  readonly work: Work;
  sms(): Promise<Pick<SmsStore, 'accept'>>;
  drafts(kind: 'sms'): Promise<Drafts>;
  /** Ends when another agent takes over. */
  signal(): AbortSignal;
  readonly pause?: (attempt: number) => number;
}

/** What the hub does about text messages. */
export function createSmsHandlers({ api, work, sms, drafts, signal, pause }: SmsParts) {
  async function run(
    { id, ticketId }: { readonly id: string; readonly ticketId: string },
    action: Task['action'],
    call: (own: AbortSignal) => Promise<SmsMessage>,
  ): Promise<boolean> {
    if (work.isRunning(ticketId, action)) return false;
    const own = signal();
    work.begin(id, ticketId, action);
    try {
      const message = await insist(() => call(own), own, pause);
      const store = await sms();
      if (own.aborted) return false;
      store.accept(ticketId, message);
      work.end(id);
      return true;
    } catch (error) {
      if (!own.aborted) work.fail(id, asDeskError(error));
      return false;
    }
  }

  return {
    [requests.SmsSendRequest.type]: async (request: requests.SmsSendRequest): Promise<void> => {
      const { id, ticketId, sms: values } = request;
      const kept = await drafts('sms');
      await kept.rest(ticketId);
      const send = async (own: AbortSignal) => (await api.messages()).send(ticketId, values, { key: id, signal: own });
      // The server ended what was kept of it in the same transaction.
      if (await run(request, 'sms', send)) kept.end(ticketId);
      kept.wake(ticketId);
    },

    [requests.SmsStepRequest.type]: async (request: requests.SmsStepRequest): Promise<void> => {
      const { id, smsId, step } = request;
      await run(request, 'sms_step', async (own) =>
        (await api.messages())[step === 'cancel' ? 'cancelSms' : 'retrySms'](smsId, { key: id, signal: own }),
      );
    },
  };
}

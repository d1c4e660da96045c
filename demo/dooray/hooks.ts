import {
  workflowOf,
  type Author,
  type DoorayState,
  type Hook,
  type HookEvent,
  type Log,
  type Task,
  type Token,
} from './state.js';
import { authorWire, time } from './wire.js';

/** How hooks go wrong, and how they are written. */
export interface HookManners {
  /** Fields as documented, as they were seen to arrive, or first one and then the other. */
  readonly spelling: 'documented' | 'observed' | 'both';
  /** How often each is sent; 0: they get lost. */
  readonly copies: number;
  /** They are kept until `release`, which sends them in the opposite order. */
  readonly held: boolean;
}

export const usualManners: HookManners = { spelling: 'observed', copies: 1, held: false };

/** Sends a hook; by HTTP unless told. */
export type Deliver = (request: Request) => Promise<Response>;

interface Happening {
  readonly event: HookEvent;
  readonly task: Task;
  readonly caller: Token;
  /** Whether a program did it. */
  readonly byProgram: boolean;
  readonly extra: Readonly<Record<string, unknown>>;
}

function payloadOf(
  state: DoorayState,
  { event, task, caller, byProgram, extra }: Happening,
  observed: boolean,
): object {
  const { id, number, subject } = task;
  const project = state.projects.get(task.projectId);
  const member = state.members.get(caller.memberId);
  const organization = state.organizations.find((one) => one.id === caller.organizationId);
  return {
    hookEventType: event,
    ...(observed ? { webhookType: event, version: 2 } : { hookVersion: 2 }),
    tenant: { id: caller.organizationId },
    ...(event === 'postCommentCreated' && { organization: { id: caller.organizationId } }),
    project: { id: task.projectId, code: project?.code },
    post: { id, subject, number },
    source: {
      type: 'member',
      member: { id: member?.id, name: member?.name, userCode: member?.userCode, emailAddress: member?.email },
    },
    ...(observed && {
      titleLink: `https://${organization?.domain}.dooray.com/project/tasks/${id}`,
      requestOrigin: { type: byProgram ? 'open-api' : 'web' },
    }),
    ...extra,
  };
}

export const workflowExtra = (state: DoorayState, task: Task) => {
  const { id, names, class: meaning } = workflowOf(state, task);
  return { workflow: { id, names, class: meaning } };
};

export const commentExtra = ({ id, subtype, createdAt, body, creator }: Log) => ({
  comment: { id, subtype, createdAt: time(createdAt), body, creator: authorWire(creator satisfies Author) },
});

/** Sends what projects want to have told, after the call that caused it was answered. */
export class HookPost {
  #state: DoorayState;
  #deliver: Deliver;
  #held: (() => Promise<void>)[] = [];
  #underWay = new Set<Promise<void>>();
  manners: HookManners = usualManners;

  constructor(state: DoorayState, deliver: Deliver) {
    this.#state = state;
    this.#deliver = deliver;
  }

  tell(happening: Happening): void {
    const hooks = this.#state.projects.get(happening.task.projectId)?.hooks ?? [];
    const { copies, spelling, held } = this.manners;
    const spellings = spelling === 'both' ? [false, true] : [spelling === 'observed'];
    for (const hook of hooks) {
      if (!hook.sendEvents.includes(happening.event)) continue;
      for (let copy = 0; copy < copies; copy++) {
        for (const observed of spellings) {
          const payload = JSON.stringify(payloadOf(this.#state, happening, observed));
          const send = (): Promise<void> => this.#send(hook, payload);
          if (held) this.#held.push(send);
          else this.#begin(send());
        }
      }
    }
  }

  /** Sends what was held, the last first, one after the other. */
  async release(): Promise<void> {
    const held = this.#held.reverse();
    this.#held = [];
    for (const send of held) await send();
  }

  /** Waits until everything was sent. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #begin(sending: Promise<void>): void {
    this.#underWay.add(sending);
    void sending.finally(() => this.#underWay.delete(sending));
  }

  /** A hook that nobody takes is forgotten: the service is not known to send one twice. */
  async #send({ url }: Hook, payload: string): Promise<void> {
    // The call that caused it is answered first.
    await Promise.resolve();
    const request = new Request(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: payload,
    });
    await this.#deliver(request).catch(() => undefined);
  }
}

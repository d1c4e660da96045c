import type { ReadableAtom } from 'nanostores';
import type { Hub } from '../../src/base/hub-context.js';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import '../../src/hub/define.js';
import { refusal, type ScriptedServer } from '../support/scripted-server.js';
import { until } from '../support/until.js';

/** A hub in the page whose server is the script. */
export async function openHub(server: ScriptedServer, attributes: Record<string, string> = {}): Promise<DeskHub> {
  const element = document.createElement('desk-hub');
  element.setAttribute('service', 'demo');
  element.setAttribute('api-base', 'https://desk.example');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.fetch = server.fetch;
  element.getToken = () => Promise.resolve({ token: 'one', expiresAt: Infinity });
  document.body.append(element);
  await element.updateComplete;
  return element;
}

const stops: (() => void)[] = [];

/** Looks at a store as an element does, until the test is over. */
export function watch<T>(store: ReadableAtom<T>): ReadableAtom<T> {
  stops.push(store.listen(() => undefined));
  return store;
}

/** Looks at the list, and waits until it is there. */
export async function watchList(hub: Hub): Promise<void> {
  watch(hub.tickets.$window);
  watch(hub.tickets.$waiting);
  await until(() => hub.tickets.$window.get().status === 'ready', 'the list');
}

export function hubOf(element: DeskHub): Hub {
  if (!element.hub) throw new Error('The element has no hub.');
  return element.hub;
}

/** Nobody looks at anything any more. */
export function lookAway(): void {
  for (const stop of stops.splice(0)) stop();
}

/** Ends what a test looked at. */
export function cleanUp(): void {
  lookAway();
  document.body.replaceChildren();
  sessionStorage.clear();
}

/** Somebody else signs in: the next call is refused, and the page's new token is another agent's. */
export function signInOther(server: ScriptedServer, element: DeskHub): void {
  const { session } = server;
  server.session = { ...session, agent: { ...session.agent, usercode: 'agent2', name: '박상담' } };
  element.getToken = () => Promise.resolve({ token: 'two', expiresAt: Infinity });
  server.before = ({ token }) => (token === 'Bearer one' ? refusal(401) : undefined);
}

import { atom } from 'nanostores';
import '../../../src/elements/ticket-list/define.js';
import { ListRefreshRequest, TickRequest } from '../../../src/events/requests.js';
import type { MemoryWindow } from '../../../src/hub/memory-window.js';
import type { Ticks } from '../../../src/elements/ticket-list/ticks.js';
import { createFakeHub, type FakeHubElement } from '../../support/fake-hub.js';
import '../../support/fake-hub.js';
import type { Contender } from './contender.js';

/** `ticket-list` in a hub over rows in memory. */
export function mountOurs(place: HTMLElement, source: MemoryWindow): Contender {
  const host = document.createElement('fake-hub') as FakeHubElement;
  const hub = createFakeHub();
  const ticked = atom<Ticks>({ all: false, ids: new Set() });
  Object.assign(hub.tickets, { $window: source.$window, $waiting: source.$waiting });
  Object.assign(hub.selection, { $ticked: ticked });
  host.hub = hub;
  host.addEventListener(TickRequest.type, (event) => ticked.set((event as TickRequest).ticked));
  host.addEventListener(ListRefreshRequest.type, () => source.refresh());
  const list = document.createElement('ticket-list');
  host.append(list);
  place.append(host);
  const part = <T extends Element>(selector: string): T => list.shadowRoot?.querySelector(selector) as T;
  return {
    get scroller() {
      return part<HTMLElement>('.viewport');
    },
    root: list,
    update: (_, row) => source.update([row]),
    sortByUpdated: (descending) => source.sort('updatedAt', descending),
    tick: (all) => {
      list.dispatchEvent(new TickRequest({ all, ids: new Set() }));
    },
    expected: (index) => source.$window.get().row(index)?.subject ?? '',
    shown: () =>
      [...(list.shadowRoot?.querySelectorAll('.track > .row:not([hidden])') ?? [])].map((element) => ({
        index: Number(element.getAttribute('aria-rowindex')) - 2,
        subject: element.querySelector('.subject')?.textContent ?? '',
        element,
      })),
    remove: () => host.remove(),
  };
}

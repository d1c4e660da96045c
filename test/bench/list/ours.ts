import { atom } from 'nanostores';
import '../../../src/elements/ticket-list/define.js';
import { ListRefreshRequest, TickRequest } from '../../../src/events/requests.js';
import type { MemoryWindow } from '../../../src/hub/memory-window.js';
import type { RemoteWindow } from '../../../src/hub/remote-window.js';
import type { Ticks } from '../../../src/domain/ticks.js';
import { createFakeHub, type FakeHubElement } from '../../support/fake-hub.js';
import '../../support/fake-hub.js';
import type { Contender } from './contender.js';

/** Rows in memory, or those of a server. */
type Source = MemoryWindow | RemoteWindow;

/** A hub over rows, in which `ticket-list` can be mounted: the page's part, which is no work of the list. */
export function prepareOurs(place: HTMLElement, source: Source): () => Contender {
  const host = document.createElement('fake-hub') as FakeHubElement;
  const hub = createFakeHub();
  const ticked = atom<Ticks>({ all: false, ids: new Set() });
  Object.assign(hub.tickets, { $window: source.$window, $waiting: source.$waiting });
  Object.assign(hub.selection, { $ticked: ticked });
  host.hub = hub;
  host.addEventListener(TickRequest.type, (event) => ticked.set((event as TickRequest).ticked));
  host.addEventListener(ListRefreshRequest.type, () => source.refresh());
  place.append(host);
  return () => mountOurs(host, source);
}

function mountOurs(host: HTMLElement, source: Source): Contender {
  const list = document.createElement('ticket-list');
  host.append(list);
  const part = <T extends Element>(selector: string): T => list.shadowRoot?.querySelector(selector) as T;
  return {
    get scroller() {
      return part<HTMLElement>('.viewport');
    },
    root: list,
    update: (_, row) => 'update' in source && source.update([row]),
    sortByUpdated: (descending) => 'sort' in source && source.sort('updatedAt', descending),
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

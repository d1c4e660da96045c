import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { atom } from 'nanostores';
import { DeskElement } from '../../src/base/desk-element.js';
import { StoreReader } from '../../src/base/store-reader.js';
import { TicketSelectRequest } from '../../src/events/requests.js';
import { createFakeHub, FakeHubElement, type FakeHub } from '../support/fake-hub.js';
import { settle } from '../support/until.js';

class ReadingElement extends DeskElement {
  renders = 0;
  readonly #id = new StoreReader(this, (hub) => hub.tickets.$currentId);

  override render() {
    this.renders++;
    if (!this.hub) return this.renderDetached();
    return html`<p>${this.#id.value}</p>`;
  }

  select(ticketId: string): boolean {
    return this.ask(new TicketSelectRequest(ticketId));
  }
}
customElements.define('reading-element', ReadingElement);

class NestingElement extends DeskElement {
  override render() {
    return html`<reading-element></reading-element><slot></slot>`;
  }
}
customElements.define('nesting-element', NestingElement);

function hubWith(ticketId: string): FakeHub {
  const hub = createFakeHub();
  hub.tickets.$currentId.set(ticketId);
  return hub;
}

function place(hub?: FakeHub, id = ''): FakeHubElement {
  const element = new FakeHubElement();
  element.id = id;
  element.hub = hub;
  document.body.append(element);
  return element;
}

async function shown(element: ReadingElement): Promise<string | undefined> {
  await element.updateComplete;
  return element.shadowRoot?.querySelector('p')?.textContent ?? undefined;
}

const reading = (): ReadingElement => new ReadingElement();

describe('an element and its hub', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what the hub around it has, and follows it', async () => {
    const hub = hubWith('one');
    const element = reading();
    place(hub).append(element);
    expect(await shown(element)).to.equal('one');
    hub.tickets.$currentId.set('two');
    expect(await shown(element)).to.equal('two');
  });

  it('does not render for what it does not read', async () => {
    const hub = hubWith('one');
    const element = reading();
    place(hub).append(element);
    await shown(element);
    const before = element.renders;
    hub.tickets.$waiting.set(3);
    await element.updateComplete;
    expect(element.renders).to.equal(before);
  });

  it('gets a hub that is upgraded after it', async () => {
    const element = reading();
    const late = document.createElement('late-hub');
    late.append(element);
    document.body.append(late);
    expect(await shown(element)).to.equal(undefined);
    customElements.define('late-hub', class extends FakeHubElement {});
    (late as FakeHubElement).hub = hubWith('late');
    expect(await shown(element)).to.equal('late');
  });

  it('waits for the texts of the hub', async () => {
    const hub = hubWith('one');
    const texts = hub.text.$texts.get();
    hub.text.$texts.set(undefined);
    const element = reading();
    place(hub).append(element);
    expect(await shown(element)).to.equal(undefined);
    hub.text.$texts.set(texts);
    expect(await shown(element)).to.equal('one');
  });

  it('belongs to the hub that it was moved to, and to none outside', async () => {
    const [one, two] = [hubWith('one'), hubWith('two')];
    const element = reading();
    place(one).append(element);
    await shown(element);
    place(two).append(element);
    expect(await shown(element)).to.equal('two');
    one.tickets.$currentId.set('changed');
    expect(await shown(element)).to.equal('two');
    document.body.append(element);
    expect(await shown(element)).to.equal(undefined);
  });

  it('is back after it was removed and added again', async () => {
    const element = reading();
    const home = place(hubWith('one'));
    home.append(element);
    await shown(element);
    element.remove();
    home.append(element);
    expect(await shown(element)).to.equal('one');
  });

  it('leaves no listener behind', async () => {
    const hub = hubWith('one');
    const $counted = atom<string | null>('one');
    Object.assign(hub.tickets, { $currentId: $counted });
    const home = place(hub);
    const element = reading();
    for (let round = 0; round < 5; round++) {
      home.append(element);
      await shown(element);
      element.remove();
    }
    expect($counted.lc).to.equal(0);
  });

  it('sends its requests through the hub around it', () => {
    const hub = hubWith('one');
    const element = reading();
    place(hub).append(element);
    element.select('two');
    expect(hub.asked(TicketSelectRequest).map(({ ticketId }) => ticketId)).to.deep.equal(['two']);
  });
});

describe('an element that names its hub', () => {
  afterEach(() => document.body.replaceChildren());

  function named(id: string, parent: Node = document.body): ReadingElement {
    const element = reading();
    element.setAttribute('hub', id);
    parent.appendChild(element);
    return element;
  }

  it('reads it and is heard by it until it leaves', async () => {
    const hub = hubWith('far');
    place(hub, 'far');
    const element = named('far');
    expect(await shown(element)).to.equal('far');
    element.select('two');
    expect(hub.requests.length).to.equal(1);
    element.remove();
    element.select('three');
    expect(hub.requests.length).to.equal(1);
  });

  it('gets it when it comes later', async () => {
    const element = named('later');
    expect(await shown(element)).to.equal(undefined);
    place(hubWith('later'), 'later');
    expect(await shown(element)).to.equal('later');
  });

  it('does not take another hub instead, not even the one around it', async () => {
    const around = place(hubWith('around'));
    const element = named('missing', around);
    expect(await shown(element)).to.equal(undefined);
  });

  it('prefers the named one to the one around it', async () => {
    place(hubWith('far'), 'far');
    const element = named('far', place(hubWith('around')));
    expect(await shown(element)).to.equal('far');
  });

  it('finds the id in its own root first', async () => {
    place(hubWith('outer'), 'same');
    const box = document.createElement('div');
    document.body.append(box);
    const root = box.attachShadow({ mode: 'open' });
    const inner = new FakeHubElement();
    inner.id = 'same';
    inner.hub = hubWith('inner');
    root.append(inner);
    expect(await shown(named('same', root))).to.equal('inner');
  });

  it('finds the id in the document from a root without it', async () => {
    place(hubWith('outer'), 'outside');
    const box = document.createElement('div');
    document.body.append(box);
    expect(await shown(named('outside', box.attachShadow({ mode: 'open' })))).to.equal('outer');
  });

  it('lets go of a hub that is removed, and takes the next of that name', async () => {
    const hub = hubWith('one');
    const first = place(hub, 'name');
    const element = named('name');
    expect(await shown(element)).to.equal('one');
    first.remove();
    expect(await shown(element)).to.equal(undefined);
    element.select('lost');
    expect(hub.requests.length).to.equal(0);
    place(hubWith('two'), 'name');
    expect(await shown(element)).to.equal('two');
  });

  it('follows another name', async () => {
    place(hubWith('one'), 'first');
    place(hubWith('two'), 'second');
    const element = named('first');
    expect(await shown(element)).to.equal('one');
    element.setAttribute('hub', 'second');
    await element.updateComplete;
    expect(await shown(element)).to.equal('two');
  });

  it('brings what stands inside it along', async () => {
    const hub = hubWith('far');
    place(hub, 'far');
    const outer = new NestingElement();
    outer.setAttribute('hub', 'far');
    const slotted = reading();
    outer.append(slotted);
    document.body.append(outer);
    await outer.updateComplete;
    const inner = outer.shadowRoot?.querySelector<ReadingElement>('reading-element') ?? reading();
    expect(await shown(inner)).to.equal('far');
    expect(await shown(slotted)).to.equal('far');
    inner.select('inside');
    expect(hub.requests.length).to.equal(1);
  });
});

describe('an element without a hub', () => {
  const { warn } = console;
  let said: string[] = [];

  beforeEach(() => {
    said = [];
    Object.assign(console, { warn: (text: string) => said.push(text) });
  });
  afterEach(() => {
    Object.assign(console, { warn });
    document.body.replaceChildren();
  });

  it('shows nothing and tells the console once', async () => {
    const element = reading();
    document.body.append(element);
    await element.updateComplete;
    element.requestUpdate();
    await settle(1_200);
    expect(await shown(element)).to.equal(undefined);
    expect(said.length).to.equal(1);
    expect(said[0]).to.contain('<reading-element> stands outside a <desk-hub>');
  });

  it('says nothing when the hub was only late', async () => {
    const element = reading();
    const home = place();
    home.append(element);
    await element.updateComplete;
    home.hub = hubWith('one');
    await settle(1_200);
    expect(said).to.deep.equal([]);
  });
});

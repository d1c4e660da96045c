import { expect, fixture, html } from '@open-wc/testing';
import type { HistoryEntry } from '../../src/domain/types.js';
import type { TicketHistory } from '../../src/elements/ticket-history/ticket-history.js';
import { cardRange, maskedHistory, maskingHub } from '../../stories/support/sample-masks.js';
import { ready } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { until } from '../support/until.js';

/** The words of the page that are underlined, in the order of the messages. */
const underlined = (): string[] =>
  [...(CSS.highlights.get('deskparts-found') ?? [])]
    .map((range) => range as Range)
    .filter((range) => range.startContainer.isConnected)
    .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
    .map(String);

const shows = (...words: string[]): Promise<void> =>
  until(() => underlined().join() === words.join(), words.join(' and ') || 'nothing underlined');

describe('what looks like personal data in the history', () => {
  before(() => import('../../src/elements/ticket-history/define.js'));

  async function mount(hub: FakeHub): Promise<TicketHistory> {
    const box = await fixture(html`<fake-hub .hub=${hub}><ticket-history></ticket-history></fake-hub>`);
    const history = box.querySelector<TicketHistory>('ticket-history')!;
    history.style.height = '500px';
    return history;
  }

  const [phone, card] = ['010-1234-5678', '4111 1111 1111 1111'];

  it('is underlined where it stands, and neither what is masked nor what was left', async () => {
    const hub = maskingHub();
    const history = await mount(hub);
    await shows(phone, card, card);
    const markup = (): string => history.shadowRoot!.querySelector('.message-body')!.innerHTML;
    const before = markup();
    const found = hub.masks.$found.get();
    hub.masks.$found.set(found.filter(({ category }) => category === 'card'));
    await shows(card, card);
    hub.masks.$found.set([]);
    await shows();
    expect(markup()).to.equal(before);
    hub.masks.$found.set(found);
    await shows(phone, card, card);
    hub.tickets.$history.set(ready(maskedHistory()));
    await shows(phone, card);
    await until(() => history.shadowRoot!.querySelector('.mask') !== null, 'the mask');
    await shows(phone, card);
    history.remove();
    await shows();
  });

  it('is underlined again when its message is drawn again, and nowhere in another version of it', async () => {
    const hub = maskingHub();
    await mount(hub);
    await shows(phone, card, card);
    const [inquiry, comment] = (hub.tickets.$history.get() as { value: readonly HistoryEntry[] }).value;
    const [text, markup] = [`추신. ${inquiry!.text}`, inquiry!.html.replace('<p>', '<p>추신. ')];
    hub.tickets.$history.set(ready([{ ...inquiry!, text, html: markup, bodyVersion: 2 }, comment!]));
    await shows(phone, card, card);
    hub.masks.$found.set([{ ...cardRange(), category: 'card' }]);
    await shows();
  });

  it('stays underlined in a link in which a mask is told later', async () => {
    const hub = maskingHub();
    const texts = hub.text.$more.get();
    hub.text.$more.set(undefined);
    await mount(hub);
    const [inquiry] = maskedHistory();
    const [mask] = inquiry!.masks;
    const line = `${'*'.repeat(19)} ${phone}`;
    const html = `<p><a href="https://shop.example/">${line}</a></p>`;
    const masks = [{ ...mask!, start: 0 }];
    hub.tickets.$history.set(ready([{ ...inquiry!, html, text: line, masks }]));
    await shows(phone);
    hub.text.$more.set(texts);
    await until(
      () => document.querySelector('ticket-history')!.shadowRoot!.querySelector('.mask') !== null,
      'the mask',
    );
    await shows(phone);
  });
});

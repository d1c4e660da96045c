import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Finding } from '../../src/domain/masks.js';
import { findPersonalData } from '../../src/domain/personal-data.js';
import type { Session } from '../../src/domain/types.js';
import type { ReplyComposer } from '../../src/elements/reply-composer/reply-composer.js';
import { DraftChangeRequest, TicketProcessRequest } from '../../src/events/requests.js';
import type { FakeHub } from '../support/fake-hub.js';
import { aSession, aTicket, hubWith, now } from '../support/open-ticket.js';
import { settle, until } from '../support/until.js';

const card = '4111 1111 1111 1111';
const words = `카드 ${card}, 전화 010-1234-5678`;

describe('personal data in an answer', () => {
  let hub: FakeHub;
  let element: ReplyComposer;
  let looked: string[];

  const root = () => element.shadowRoot!;
  const field = () => root().querySelector('textarea')!;
  const lines = () => [...root().querySelectorAll<HTMLElement>('.own-copy')];
  const kinds = () => lines().map(({ dataset }) => dataset['category']);
  const line = (category: string) => lines().find(({ dataset }) => dataset['category'] === category)!;
  const button = (category: string, name: string) =>
    [...line(category).querySelectorAll('button')].find((one) => one.textContent!.trim() === name)!;
  const said = () => root().querySelector('.own-copy-said')?.textContent?.trim();
  const press = async (category: string, name: string): Promise<void> => {
    button(category, name).click();
    await element.updateComplete;
  };
  const sent = () => hub.asked(TicketProcessRequest).at(-1)!.intent.maskCopy;
  const process = () => root().querySelector<HTMLButtonElement>('[part=process]')!.click();

  async function mount(session: Session = aSession(), values: object = {}, text = words): Promise<void> {
    looked = [];
    hub = hubWith();
    Object.assign(hub.masks, {
      find: (read: string): Promise<readonly Finding[]> => {
        looked.push(read);
        return Promise.resolve(findPersonalData(read));
      },
    });
    hub.session.$session.set({ status: 'ready', value: session });
    const draft = { html: `<p>${text}</p>`, seq: 1, action: null, values: { ...values }, updatedAt: now };
    hub.tickets.$draft.set({ ticketId: aTicket().ticketId, state: 'kept', draft });
    await import('../../src/elements/reply-composer/define.js');
    const box = await fixture(html`<fake-hub .hub=${hub}><reply-composer></reply-composer></fake-hub>`);
    element = box.querySelector<ReplyComposer>('reply-composer')!;
    await element.updateComplete;
  }

  it('is told a kind at a time, politely, and passes the audit', async () => {
    await mount();
    await until(() => lines().length === 2, 'a line for each kind');
    expect(kinds()).to.deep.equal(['card', 'phone']);
    expect(line('card').textContent).to.contain('카드번호 1건');
    expect(said()).to.equal('답변에 개인정보가 있습니다: 카드번호 1건, 전화번호 1건');
    expect(root().querySelector('.own-copy-said')!.getAttribute('role')).to.equal('status');
    expect(root().activeElement).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('is hidden in our copy as decided, and the draft remembers it', async () => {
    await mount();
    await until(() => lines().length === 2, 'a line for each kind');
    await press('card', '우리 사본을 마스킹');
    expect(button('card', '우리 사본을 마스킹').getAttribute('aria-pressed')).to.equal('true');
    expect(line('card').textContent).to.contain('고객에게는 그대로 보냅니다');
    expect(said()).to.equal('답변에 개인정보가 있습니다: 전화번호 1건');
    await press('phone', '그대로 두기');
    expect(kinds()).to.deep.equal(['card']);
    expect(root().activeElement).to.equal(field());
    expect(hub.asked(DraftChangeRequest).at(-1)!.draft!.values).to.deep.equal({
      maskCopy: ['card'],
      keepCopy: ['phone'],
    });
    process();
    expect(sent()).to.deep.equal(['card']);
    expect(hub.asked(TicketProcessRequest).at(-1)!.intent.html).to.contain(card);
  });

  it('is not asked about again where the draft knows the answer, and a decision can be taken back', async () => {
    await mount(aSession(), { maskCopy: ['card'], keepCopy: ['phone'] });
    await until(() => lines().length === 1, 'the line of the card');
    expect(kinds()).to.deep.equal(['card']);
    expect(said()).to.equal('');
    await press('card', '우리 사본을 마스킹');
    process();
    expect(sent()).to.equal(undefined);
  });

  it('is looked for when the agent pauses, and never in the middle of a composition', async () => {
    await mount(aSession(), {}, '안녕하세요');
    await until(() => looked.length === 1, 'the first look');
    field().focus();
    field().dispatchEvent(new CompositionEvent('compositionstart'));
    await sendKeys({ type: '010-1234-5678' });
    await settle(600);
    expect(looked).to.have.lengthOf(1);
    field().dispatchEvent(new CompositionEvent('compositionend'));
    await until(() => kinds().includes('phone'), 'the line of the phone');
    expect(looked).to.have.lengthOf(2);
  });

  for (const [name, session] of [
    ['the agent may not mask', aSession({ permissions: { ...aSession().agent.permissions, mask: false } })],
    ['the service has no security', { ...aSession(), capabilities: { ...aSession().capabilities, security: false } }],
  ] as const) {
    it(`is no matter where ${name}`, async () => {
      await mount(session, { maskCopy: ['card'] });
      await settle(600);
      expect(looked).to.be.empty;
      expect(lines()).to.be.empty;
      process();
      expect(sent()).to.equal(undefined);
    });
  }
});

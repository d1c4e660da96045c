import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError, type DeskErrorKind } from '../../src/base/desk-error.js';
import type { MaskRange } from '../../src/domain/masks.js';
import { type MaskSelection } from '../../src/elements/mask-selection/mask-selection.js';
import { EntryShowRequest, MaskKeepRequest, MaskRequest } from '../../src/events/requests.js';
import {
  cardOutcome,
  cardRange,
  copyRange,
  leave,
  maskedHistory,
  maskingHub,
  select,
  textMessageOutcome,
  type Rights,
} from '../../stories/support/sample-masks.js';
import { ready, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { tellHere, tellNoMore } from '../../src/base/told-here.js';
import { all, inHub, named, nameOf, one, survivesMoves, textOf } from '../support/in-hub.js';
import { aTicket } from '../support/open-ticket.js';
import { until } from '../support/until.js';

const { ticketId } = aTicket();

describe('mask-selection', () => {
  before(() => import('../../src/elements/mask-selection/define.js'));

  async function show(rights: Rights = {}, hub = maskingHub('ko', rights)) {
    const bar = await inHub<MaskSelection>(hub, '<mask-selection></mask-selection>');
    bar.addEventListener(MaskKeepRequest.type, (event) => leave(event, hub));
    return { hub, bar };
  }

  const main = (bar: MaskSelection) => one(bar, '.main');
  const said = (bar: MaskSelection) => one(bar, '[role=status]').textContent?.trim();
  const asked = (hub: FakeHub) => hub.asked(MaskRequest);
  const finds = (bar: MaskSelection) => all(bar, '.finds')[0];

  async function found(bar: MaskSelection): Promise<void> {
    await until(() => nameOf(finds(bar) ?? bar) === '개인정보로 보이는 내용 3', 'what was found');
  }

  async function openFound(bar: MaskSelection): Promise<void> {
    await found(bar);
    finds(bar)?.click();
    await until(() => bar.shadowRoot?.activeElement?.matches('.mask-one') ?? false, 'the list');
  }

  function end(hub: FakeHub, kind?: DeskErrorKind, code?: string): void {
    const task = { id: asked(hub).at(-1)?.id ?? '', ticketId, action: 'mask' } as const;
    const error = kind && new DeskError(kind, '', { content: { code } });
    hub.work.$tasks.set([{ ...task, state: 'running' }]);
    hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
  }

  it('shows nothing outside a hub, and moves with its place', async () => {
    expect(textOf(await fixture(html`<mask-selection></mask-selection>`))).to.equal('');
    await survivesMoves('mask-selection', maskingHub('ko'), maskingHub('ja'));
  });

  it('is there with a ticket, says what is to be selected first, and masks nothing', async () => {
    const { hub, bar } = await show();
    expect(nameOf(main(bar))).to.equal('개인정보 마스킹');
    expect(main(bar).title).to.equal('개인정보 마스킹 (H) – 처리 내역에서 가릴 내용을 먼저 선택하세요.');
    await expect(bar).to.be.accessible();
    main(bar).click();
    await bar.updateComplete;
    expect(said(bar)).to.equal('처리 내역에서 가릴 내용을 먼저 선택하세요.');
    expect(asked(hub)).to.deep.equal([]);
    hub.tickets.$currentId.set(null);
    await bar.updateComplete;
    expect(textOf(bar)).to.equal('');
  });

  it('masks what is selected in several messages, and takes neither selection nor keyboard', async () => {
    const { hub, bar } = await show();
    select(hub, cardRange(), copyRange());
    await bar.updateComplete;
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true });
    main(bar).dispatchEvent(down);
    expect(down.defaultPrevented).to.equal(true);
    expect(textOf(main(bar).parentElement!.parentElement!)).to.equal('');
    expect(main(bar).title).to.contain('선택한 2곳');
    await found(bar);
    main(bar).click();
    const [request] = asked(hub);
    expect(request?.ticketId).to.equal(ticketId);
    expect(request?.ranges).to.deep.equal([
      { ...cardRange(), category: 'card' },
      { ...copyRange(), category: 'card' },
    ]);
    expect(request?.manner).to.deep.equal({});
    expect(JSON.stringify(request)).not.to.contain('4111');
  });

  it('names no kind for words that are not exactly what was found', async () => {
    const { hub, bar } = await show();
    const range: MaskRange = { ...cardRange(), length: 10 };
    select(hub, range);
    await found(bar);
    main(bar).click();
    expect(asked(hub)[0]?.ranges).to.deep.equal([range]);
  });

  it('masks as the kind, and with the length, that the agent chooses by the keyboard', async () => {
    const { hub, bar } = await show();
    select(hub, cardRange());
    await bar.updateComplete;
    const opener = named(bar, '마스킹 방법');
    const choose = async (label: string): Promise<void> => {
      opener.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => all(bar, '.item').length > 0 && bar.shadowRoot?.activeElement?.matches('.item') === true);
      for (let steps = 0; steps < 20 && bar.shadowRoot?.activeElement?.textContent?.trim() !== label; steps++)
        await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await bar.updateComplete;
    };
    await choose('항상 같은 길이의 별표');
    expect(asked(hub)).to.deep.equal([]);
    await choose('계좌번호');
    expect(asked(hub)[0]?.ranges).to.deep.equal([{ ...cardRange(), category: 'bank_account' }]);
    expect(asked(hub)[0]?.manner).to.deep.equal({ style: 'fixed' });
  });

  it('tells what a mask did not reach, and masks the copies by one press', async () => {
    const { hub, bar } = await show();
    hub.tickets.$history.set(ready(maskedHistory()));
    hub.masks.$outcome.set({ ...cardOutcome(), copies: [{ ...copyRange(), category: 'other' }] });
    await bar.updateComplete;
    const text = textOf(bar);
    expect(text).to.contain('원래 내용이 아직 남아 있는 곳 2곳');
    expect(text).to.contain('이미 보낸 메일: minji.park@example.com');
    expect(text).to.contain('첨부 파일: card.png');
    expect(said(bar)).to.equal(
      '마스킹했습니다. 원래 내용이 아직 남아 있는 곳 2곳 같은 내용이 이 티켓의 다른 곳 1곳에 더 있습니다.',
    );
    await expect(bar).to.be.accessible();
    named(bar, '1곳도 마스킹').click();
    expect(asked(hub)[0]?.ranges).to.deep.equal([{ ...copyRange(), category: 'other' }]);
    expect(bar.shadowRoot?.activeElement).to.equal(main(bar));
    named(bar, '마스킹 알림 닫기').click();
    await bar.updateComplete;
    expect(all(bar, '.notice')).to.deep.equal([]);
  });

  for (const [language, told] of [
    ['ko', '이미 보낸 문자: 010-2345-6789'],
    ['ja', '送信済みのSMS：010-2345-6789'],
    ['en', 'Text message already sent: 010-2345-6789'],
  ] as const) {
    it(`says in ${language} that a text message had left with what was masked`, async () => {
      const hub = maskingHub(language);
      const { bar } = await show({}, hub);
      hub.masks.$outcome.set(textMessageOutcome());
      await bar.updateComplete;
      expect(all(bar, '.notice li').map(nameOf).join()).to.contain(told);
      await expect(bar).to.be.accessible();
    });
  }

  it('says that words were masked and nothing is left of them', async () => {
    const { hub, bar } = await show();
    hub.masks.$outcome.set({ ticketId, notReached: [], copies: [] });
    await bar.updateComplete;
    expect(said(bar)).to.equal('마스킹했습니다.');
    expect(all(bar, '.notice')).to.deep.equal([]);
    // Who asked for it elsewhere says that it was made.
    tellHere(hub, 'elsewhere');
    hub.masks.$outcome.set({ ticketId, taskId: 'elsewhere', notReached: [], copies: [] });
    await bar.updateComplete;
    expect(said(bar)).to.equal('');
    // It was unmasked again.
    hub.masks.$outcome.set(null);
    await bar.updateComplete;
    expect(said(bar)).to.equal('');
  });

  it('names fields of the customer and of the service', async () => {
    const { hub, bar } = await show();
    hub.masks.$outcome.set({ ticketId, notReached: [{ kind: 'field', code: 'phone' }], copies: [] });
    await bar.updateComplete;
    expect(textOf(bar)).to.contain('티켓 정보: 전화번호');
  });

  for (const [kind, code, why] of [
    ['conflict', 'version_conflict', '그사이 메시지가 바뀌어 다시 불러왔습니다.'],
    ['conflict', 'mask_overlap', '이미 마스킹된 부분과 일부만 겹칩니다.'],
    ['conflict', 'nothing_left', '선택한 부분에는 더 가릴 내용이 없습니다.'],
    ['denied', 'security_off', '보안 서비스를 사용하지 않는 서비스입니다.'],
    ['denied', 'permission', '개인정보 마스킹 권한이 없습니다.'],
    ['missing', undefined, '찾을 수 없습니다.'],
    ['signed-out', undefined, '로그인이 끝났습니다.'],
    ['busy', undefined, '요청이 많습니다.'],
    ['offline', undefined, '처리되었는지 확인되지 않았습니다.'],
  ] as const)
    it(`says why nothing was masked: ${kind} ${code ?? ''}`, async () => {
      const { hub, bar } = await show();
      select(hub, cardRange());
      await bar.updateComplete;
      main(bar).click();
      end(hub, kind, code);
      await bar.updateComplete;
      expect(nameOf(one(bar, '[role=alert]'))).to.contain(why);
      expect(main(bar).getAttribute('aria-disabled')).to.equal(null);
    });

  it('leaves a refusal to who asked elsewhere while that place is open, and tells it when it is not', async () => {
    const { hub, bar } = await show();
    const error = new DeskError('offline', '');
    tellHere(hub, 'elsewhere');
    hub.work.$tasks.set([{ id: 'elsewhere', ticketId, action: 'mask', state: 'failed', error }]);
    await bar.updateComplete;
    expect(all(bar, '[role=alert]')).to.deep.equal([]);
    tellNoMore(hub, 'elsewhere');
    for (const [action, words] of [
      ['mask', '마스킹하지 못했습니다. 서버에'],
      ['unmask', '마스킹을 해제하지 못했습니다. 서버에'],
      ['purge', '원문을 영구 삭제하지 못했습니다. 서버에'],
    ] as const) {
      hub.work.$tasks.set([{ id: 'elsewhere', ticketId, action, state: 'failed', error }]);
      await bar.updateComplete;
      expect(nameOf(one(bar, '[role=alert]'))).to.contain(words);
    }
    const waiting = new DeskError('conflict', '', { content: { code: 'mail_waiting' } });
    hub.work.$tasks.set([{ id: 'elsewhere', ticketId, action: 'purge', state: 'failed', error: waiting }]);
    await bar.updateComplete;
    expect(nameOf(one(bar, '[role=alert]'))).to.contain('메일이 아직 발송되지 않았습니다.');
  });

  it('lists what looks like personal data, masks one, shows one, leaves one', async () => {
    const { hub, bar } = await show();
    await openFound(bar);
    await expect(bar).to.be.accessible();
    expect(all(bar, '.found .kind').map(nameOf)).to.deep.equal(['전화번호', '카드번호', '카드번호']);
    expect(all(bar, '.found .shown').map(nameOf)).to.deep.equal([
      '010-1234-5678',
      '4111 1111 1111 1111',
      '4111 1111 1111 1111',
    ]);
    await sendKeys({ press: 'Enter' });
    await bar.updateComplete;
    expect(asked(hub)[0]?.ranges.map(({ category }) => category)).to.deep.equal(['phone']);
    expect(all(bar, '.found')).to.have.lengthOf(2);
    all(bar, '.steps .quiet')[1]?.click();
    await bar.updateComplete;
    expect(all(bar, '.found')).to.have.lengthOf(1);
    expect(JSON.stringify(hub.asked(MaskKeepRequest))).not.to.contain('4111');
    hub.masks.$found.set(hub.masks.$found.get().map((each) => ({ ...each, category: 'custom', label: '사원번호' })));
    await bar.updateComplete;
    expect(nameOf(one(bar, '.found .kind'))).to.equal('사원번호');
    all(bar, '.steps button')[1]?.click();
    expect(hub.asked(EntryShowRequest)[0]?.entryId).to.equal(1);
    end(hub, 'conflict');
    await bar.updateComplete;
    expect(nameOf(finds(bar)!)).to.equal('개인정보로 보이는 내용 2');
  });

  it('goes on by keyboard to the next finding, not to the first', async () => {
    const { bar } = await show();
    await openFound(bar);
    all(bar, '.keep-one')[1]?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => all(bar, '.found').length === 2 && bar.shadowRoot?.activeElement === all(bar, '.keep-one')[1]);
    await sendKeys({ press: 'Enter' });
    await until(() => all(bar, '.found').length === 1 && bar.shadowRoot?.activeElement === all(bar, '.keep-one')[0]);
  });

  it('masks all of it by one press, or leaves all of it', async () => {
    const { hub, bar } = await show();
    await openFound(bar);
    one(bar, '.mask-all').click();
    await bar.updateComplete;
    expect(asked(hub)[0]?.ranges).to.have.lengthOf(3);
    await until(() => bar.shadowRoot?.activeElement === main(bar), 'the keyboard at the icon');
    expect(said(bar)).to.equal('개인정보로 보이는 내용이 더 없습니다.');
    const again = await show();
    await openFound(again.bar);
    named(again.bar, '모두 그대로 두기').click();
    await until(() => finds(again.bar) === undefined, 'nothing more to be found');
    expect(again.hub.asked(MaskKeepRequest)[0]?.ranges).to.have.lengthOf(3);
    expect(asked(again.hub)).to.deep.equal([]);
  });

  it('hides where the service has no security service, unless the page wants the reason told', async () => {
    expect(textOf((await show({ security: false })).bar)).to.equal('');
    const { hub, bar } = await show({ security: false, unavailable: 'disable' });
    select(hub, cardRange());
    await bar.updateComplete;
    expect(main(bar).title).to.contain('보안 서비스를 사용하지 않는');
    bar.mask();
    expect(asked(hub)).to.deep.equal([]);
    expect(finds(bar)).to.equal(undefined);
  });

  it('tells an agent without the right what is missing, unless the page hides it', async () => {
    const { hub, bar } = await show({ mask: false });
    select(hub, cardRange());
    await bar.updateComplete;
    expect(main(bar).getAttribute('aria-description')).to.contain('권한이 없습니다');
    main(bar).click();
    expect(asked(hub)).to.deep.equal([]);
    await expect(bar).to.be.accessible();
    expect(textOf((await show({ mask: false, unavailable: 'hide' })).bar)).to.equal('');
  });

  it('speaks the language of its hub', async () => {
    const { hub, bar } = await show();
    speak(hub, 'ja');
    await bar.updateComplete;
    expect(nameOf(main(bar))).to.equal('個人情報マスキング');
    speak(hub, 'en');
    await bar.updateComplete;
    expect(nameOf(main(bar))).to.equal('Mask personal information');
  });
});

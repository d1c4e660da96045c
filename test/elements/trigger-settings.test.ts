import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { DeskError } from '../../src/base/desk-error.js';
import type { Trigger } from '../../src/domain/triggers.js';
import { TriggerSettings } from '../../src/elements/trigger-settings/trigger-settings.js';
import { TriggerRequest } from '../../src/events/requests.js';
import { answerHub, sampleTriggers } from '../../stories/support/sample-answers.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, inHub, named, one, survivesMoves, textOf } from '../support/in-hub.js';
import { settle } from '../support/until.js';

async function open(hub: FakeHub): Promise<TriggerSettings> {
  await import('../../src/elements/trigger-settings/define.js');
  const settings = await inHub<TriggerSettings>(hub, '<trigger-settings></trigger-settings>');
  await settle();
  await settings.updateComplete;
  return settings;
}

async function press(settings: TriggerSettings, name: string): Promise<void> {
  named(settings, name).click();
  await settle();
  await settings.updateComplete;
}

async function set(settings: TriggerSettings, place: string, value: string): Promise<void> {
  const field = one<HTMLInputElement>(settings, `[name="${place}"]`);
  field.value = value;
  field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input'));
  await settings.updateComplete;
}

async function choose(settings: TriggerSettings, index: number): Promise<void> {
  all(settings, '.line')[index]!.click();
  await settle();
  await settings.updateComplete;
}

async function end(hub: FakeHub, settings: TriggerSettings, error?: DeskError): Promise<void> {
  const { id, change } = hub.asked(TriggerRequest).at(-1)!;
  if ('save' in change && !error) {
    const { triggerId, version, ...values } = change.save;
    const trigger = { ...sampleTriggers()[0]!, ...values, triggerId: triggerId ?? 9, version: (version ?? 0) + 1 };
    hub.work.$saved.set({ taskId: id, trigger });
  }
  const task = { id, ticketId: '', action: 'trigger' } as const;
  hub.work.$tasks.set([{ ...task, state: 'running' }]);
  hub.work.$tasks.set(error ? [{ ...task, state: 'failed', error }] : []);
  await settle();
  await settings.updateComplete;
}

const saved = (hub: FakeHub) =>
  hub.asked(TriggerRequest).flatMap(({ change }) => ('save' in change ? [change.save] : []));
const keep = (hub: FakeHub, triggers: readonly Trigger[]) =>
  Object.assign(hub.triggers, { all: () => Promise.resolve(triggers) });
const names = (settings: TriggerSettings) => all(settings, '.line-name').map((name) => name.textContent);

describe('trigger-settings', () => {
  it('is not defined by importing the class, and shows nothing outside a hub', async () => {
    expect(TriggerSettings.prototype).to.be.instanceOf(HTMLElement);
    await import('../../src/elements/trigger-settings/define.js');
    expect(textOf(await fixture(html`<trigger-settings></trigger-settings>`))).to.equal('');
  });

  it('is for administrators', async () => {
    const settings = await open(answerHub());
    expect(textOf(settings)).to.equal('트리거는 관리자만 볼 수 있습니다.');
  });

  it('shows them in their order, with what each does', async () => {
    const settings = await open(answerHub('ko', 'admin'));
    expect(names(settings)).to.deep.equal(['1. 환불 문의는 결제 지원에서 차례로', '2. VIP 고객 메일 알림']);
    expect(textOf(settings)).to.contain('순차배분 · 우선순위 변경').and.contain('여기서 끝');
    await choose(settings, 0);
    expect(one<HTMLSelectElement>(settings, '[name=match]').value).to.equal('all');
    expect(one<HTMLTextAreaElement>(settings, '[name="conditions.1.values"]').value).to.equal('VIP\nrefund');
    await expect(settings).to.be.accessible();
  });

  it('makes one from conditions and actions', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await press(settings, '새 트리거');
    await set(settings, 'name', '배송 문의');
    await press(settings, '조건 추가');
    await set(settings, 'conditions.0.values', '배송\n택배\n');
    await press(settings, '조건 추가');
    await set(settings, 'conditions.1.fact', 'channel');
    one<HTMLElementTagNameMap['choice-picker']>(settings, 'choice-picker').value = ['mail'];
    one(settings, 'choice-picker').dispatchEvent(new Event('change'));
    await settings.updateComplete;
    await set(settings, 'match', 'any');
    await press(settings, '실행 동작 추가');
    await set(settings, 'actions.0.kind', 'agent');
    await set(settings, 'actions.0.groupId', '1');
    await set(settings, 'actions.0.usercode', 'agent2');
    await press(settings, '실행 동작 추가');
    await set(settings, 'actions.1.kind', 'mail');
    await set(settings, 'actions.1.to', 'a@demo.example\nb@demo.example');
    await set(settings, 'actions.1.subject', '새 티켓');
    await set(settings, 'actions.1.text', '확인하세요.');
    await press(settings, '저장하기');
    expect(saved(hub)[0]).to.deep.equal({
      triggerId: null,
      version: null,
      name: '배송 문의',
      active: true,
      match: 'any',
      conditions: [
        { fact: 'subject', test: 'contains', values: ['배송', '택배'] },
        { fact: 'channel', test: 'is', values: ['mail'] },
      ],
      actions: [
        { kind: 'agent', groupId: 1, usercode: 'agent2' },
        { kind: 'mail', to: ['a@demo.example', 'b@demo.example'], subject: '새 티켓', text: '확인하세요.' },
      ],
      last: false,
    });
  });

  it('says what is missing before anybody is asked', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await press(settings, '새 트리거');
    await press(settings, '조건 추가');
    await press(settings, '저장하기');
    expect(textOf(settings)).to.contain('이름을 입력하세요.').and.contain('실행 동작을 하나 이상');
    expect(settings.shadowRoot!.activeElement?.getAttribute('name')).to.equal('name');
    await set(settings, 'name', '이름');
    await press(settings, '실행 동작 추가');
    await press(settings, '실행 동작 추가');
    await set(settings, 'actions.0.kind', 'random');
    await set(settings, 'actions.1.kind', 'in_turn');
    await press(settings, '저장하기');
    expect(textOf(settings)).to.contain('상담원을 정하는 일은 하나만');
    expect(saved(hub)).to.deep.equal([]);
  });

  it('says what the server found wrong where it is', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await choose(settings, 1);
    await set(settings, 'actions.1.url', 'https://10.0.0.1/');
    await press(settings, '저장하기');
    const fields = [
      { field: 'actions.1.url', code: 'invalid', message: '' },
      { field: 'actions.0.to.0', code: 'own_address', message: '' },
    ];
    await end(hub, settings, new DeskError('invalid', '', { fields }));
    expect(textOf(settings)).to.contain('https로 시작하는').and.contain('이 서비스의 주소에는');
    expect(one<HTMLInputElement>(settings, '[name="actions.1.url"]').value).to.equal('https://10.0.0.1/');
    expect(textOf(settings)).not.to.contain('저장하지 못했습니다.');
  });

  it('is put in order by key and by button, and tells the place', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    all(settings, '.line')[1]!.focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ up: 'Alt' });
    expect(hub.asked(TriggerRequest)[0]?.change).to.deep.equal({ order: [2, 1] });
    expect(names(settings)[0]).to.equal('1. VIP 고객 메일 알림');
    expect(textOf(settings)).to.contain('1번째로 옮겼습니다.');
    expect(settings.shadowRoot!.activeElement?.textContent).to.contain('VIP 고객 메일 알림');
    keep(hub, [...sampleTriggers()].reverse());
    await end(hub, settings);
    await press(settings, 'VIP 고객 메일 알림: 아래로');
    expect(hub.asked(TriggerRequest).at(-1)?.change).to.deep.equal({ order: [1, 2] });
  });

  it('goes back to the old order where the new one was refused', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await press(settings, 'VIP 고객 메일 알림: 위로');
    await end(hub, settings, new DeskError('offline', ''));
    expect(names(settings)[0]).to.equal('1. 환불 문의는 결제 지원에서 차례로');
    expect(textOf(settings)).to.contain('순서를 바꾸지 못했습니다.');
  });

  it('switches one on and off in the list', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    one<HTMLInputElement>(settings, '[aria-label="「VIP 고객 메일 알림」 사용"]').click();
    await settings.updateComplete;
    expect(saved(hub)[0]).to.include({ triggerId: 2, version: 1, active: true });
    expect(textOf(settings)).to.contain('「VIP 고객 메일 알림」 트리거를 사용합니다.');
  });

  it('leads the keyboard to what is missing, and keeps it where a row is taken away', async () => {
    const settings = await open(answerHub('ko', 'admin'));
    await press(settings, '새 트리거');
    await set(settings, 'name', '새 규칙');
    await press(settings, '조건 추가');
    await set(settings, 'conditions.0.fact', 'priority');
    await press(settings, '저장하기');
    expect(settings.shadowRoot!.activeElement?.localName).to.equal('choice-picker');
    named(settings, '조건 1 삭제').focus();
    await press(settings, '조건 1 삭제');
    expect(settings.shadowRoot!.activeElement).to.equal(one(settings, '.add-condition'));
  });

  it('shows a switch as it is where switching was refused, and the next press asks anew', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    const box = () => one<HTMLInputElement>(settings, '[aria-label="「VIP 고객 메일 알림」 사용"]');
    box().click();
    box().click();
    await settings.updateComplete;
    expect(saved(hub)).to.have.length(1);
    keep(hub, [sampleTriggers()[0]!, { ...sampleTriggers()[1]!, version: 7 }]);
    await end(hub, settings, new DeskError('conflict', ''));
    await settle();
    expect(box().checked).to.equal(false);
    expect(one(settings, '[role=alert]').textContent).to.contain('켜거나 끄지 못했습니다.');
    expect(textOf(settings)).not.to.contain('트리거를 사용합니다.');
    box().click();
    expect(saved(hub)[1]).to.include({ version: 7, active: true });
  });

  it('sends one order after the other, so that the last wish counts', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await press(settings, 'VIP 고객 메일 알림: 위로');
    await press(settings, 'VIP 고객 메일 알림: 아래로');
    expect(hub.asked(TriggerRequest)).to.have.length(1);
    await end(hub, settings);
    expect(hub.asked(TriggerRequest).map(({ change }) => change)).to.deep.equal([{ order: [2, 1] }, { order: [1, 2] }]);
    settings.addEventListener(TriggerRequest.type, (event) => event.preventDefault());
    await end(hub, settings);
    await press(settings, 'VIP 고객 메일 알림: 위로');
    expect(names(settings)[1]).to.contain('VIP');
  });

  it('shows both where somebody else changed it', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await choose(settings, 0);
    await set(settings, 'name', '내 이름');
    await press(settings, '저장하기');
    keep(hub, [{ ...sampleTriggers()[0]!, name: '남의 이름', version: 5 }]);
    await end(hub, settings, new DeskError('conflict', ''));
    await settle();
    expect(one(settings, '.versions').textContent).to.contain('내 이름').and.contain('남의 이름');
    await press(settings, '저장되어 있는 내용으로 계속하기');
    expect(one<HTMLInputElement>(settings, '[name=name]').value).to.equal('남의 이름');
  });

  it('asks before it deletes', async () => {
    const hub = answerHub('ko', 'admin');
    const settings = await open(hub);
    await choose(settings, 0);
    await press(settings, '삭제');
    await press(settings, '삭제하기');
    expect(hub.asked(TriggerRequest)[0]?.change).to.deep.equal({ remove: { triggerId: 1, version: 4 } });
    keep(hub, sampleTriggers().slice(1));
    await end(hub, settings);
    expect(textOf(settings)).to.contain('트리거를 삭제했습니다.');
  });

  it('survives moves between hubs', async () => {
    await import('../../src/elements/trigger-settings/define.js');
    const [hub, other] = [answerHub('ko', 'admin'), answerHub('en', 'admin')];
    for (const each of [hub, other]) Object.assign(each.triggers, { all: () => new Promise(() => undefined) });
    await survivesMoves('trigger-settings', hub, other);
  });
});

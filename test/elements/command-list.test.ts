import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CommandList } from '../../src/elements/command-list/command-list.js';
import { usualPreferences } from '../../src/domain/preferences.js';
import {
  CommandRequest,
  ListOpenRequest,
  PreferencesChangeRequest,
  SavedViewOpenRequest,
} from '../../src/events/requests.js';
import { consoleHub } from '../../stories/support/console-hub.js';
import { ready, speak } from '../../stories/support/samples.js';
import { followPreferences, sampleViews } from '../../stories/support/saved-views.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, named, nameOf, one, textOf } from '../support/in-hub.js';

async function open(hub: FakeHub, what: 'commands' | 'keys' = 'commands'): Promise<CommandList> {
  await import('../../src/elements/command-list/define.js');
  const list = await inHub<CommandList>(hub, '<command-list></command-list>');
  followPreferences(list, hub);
  await list.show(what);
  return list;
}

const entries = (list: CommandList): string[] => all(list, '.entry .name').map((entry) => entry.textContent!.trim());
const chosen = (list: CommandList): string => one(list, '[aria-selected=true] .name').textContent!.trim();

async function type(list: CommandList, text: string): Promise<void> {
  const input = one<HTMLInputElement>(list, '[role=combobox]');
  input.value = text;
  input.dispatchEvent(new Event('input'));
  await list.updateComplete;
}

async function record(list: CommandList, command: string, key: string): Promise<void> {
  one(list, `.key[data-command=${command}]`).click();
  await list.updateComplete;
  one(list, `.key[data-command=${command}]`).focus();
  await sendKeys({ press: key });
  await list.updateComplete;
}

const kept = (hub: FakeHub) => hub.asked(PreferencesChangeRequest).at(-1)?.change.shortcuts;

describe('command-list', () => {
  it('is not defined by importing the class', () => {
    expect(CommandList.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub, and nothing until it is opened', async () => {
    await import('../../src/elements/command-list/define.js');
    expect(textOf(await fixture(html`<command-list></command-list>`))).to.equal('');
    expect(textOf(await inHub(consoleHub(), '<command-list></command-list>'))).to.equal('');
  });

  it('shows what is possible now, with its keys, and the views', async () => {
    const list = await open(consoleHub('ko', 1));
    expect(entries(list)).to.include.members(['다음 티켓', '중요 표시', '보기 열기: 전체 미할당 티켓']);
    expect(entries(list)).not.to.include('가져오기');
    expect(entries(list)).not.to.include('선택 취소');
    expect(textOf(list)).to.contain('중요 표시 S');
    await expect(list).to.be.accessible();
  });

  it('is filtered by typing, walked by the arrows and run by Enter', async () => {
    const hub = consoleHub('ko', 1);
    const list = await open(hub);
    await type(list, '티켓');
    const [first, second] = entries(list);
    expect(chosen(list)).to.equal(first);
    await sendKeys({ press: 'ArrowDown' });
    await list.updateComplete;
    expect(chosen(list)).to.equal(second);
    expect(one(list, '[role=combobox]').getAttribute('aria-activedescendant')).to.equal(
      one(list, '[aria-selected=true]').id,
    );
    await type(list, '중요');
    await sendKeys({ press: 'Enter' });
    await list.updateComplete;
    expect(hub.asked(CommandRequest)[0]?.command).to.equal('star');
    expect(all(list, 'dialog')).to.have.lengthOf(0);
  });

  it('opens a view of the service, and one of the own', async () => {
    const hub = consoleHub();
    hub.preferences.$preferences.set(ready({ ...usualPreferences, views: sampleViews() }));
    const list = await open(hub);
    await type(list, '스팸함');
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(ListOpenRequest)[0]?.change).to.include({ view: 'spam', q: undefined });
    await list.show();
    await type(list, 'vip');
    await sendKeys({ press: 'Enter' });
    expect(hub.asked(SavedViewOpenRequest)[0]?.viewId).to.equal('v2');
  });

  it('shows first what was used last', async () => {
    const list = await open(consoleHub());
    await type(list, '새로고침');
    await sendKeys({ press: 'Enter' });
    await list.show();
    expect(entries(list)[0]).to.equal('목록 새로고침');
  });

  it('says that nothing matches', async () => {
    const list = await open(consoleHub());
    await type(list, '없는 명령');
    expect(textOf(list)).to.contain('맞는 명령이 없습니다.');
    await expect(list).to.be.accessible();
  });

  it('lists every key, and lets it be another one', async () => {
    const hub = consoleHub();
    const list = await open(hub, 'keys');
    await expect(list).to.be.accessible();
    await record(list, 'star', 'd');
    expect(kept(hub)).to.deep.equal({ isOn: true, keys: { star: 'd' } });
    expect(nameOf(one(list, '.key[data-command=star]'))).to.equal('중요 표시: 키 바꾸기 D');
    expect(textOf(list)).to.contain('중요 표시: D');
    named(list, '기본 키로 되돌리기').click();
    expect(kept(hub)?.keys).to.deep.equal({});
  });

  it('tells of a key that another command or the browser has', async () => {
    const hub = consoleHub();
    const list = await open(hub, 'keys');
    await record(list, 'star', 'c');
    expect(textOf(list)).to.contain('「가져오기」의 키입니다.');
    await expect(list).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    await list.updateComplete;
    expect(textOf(list)).to.contain('브라우저나 화면 이동에 쓰이는 키입니다.');
    await sendKeys({ press: 'Escape' });
    await list.updateComplete;
    expect(all(list, 'dialog[open]')).to.have.lengthOf(1);
    expect(hub.asked(PreferencesChangeRequest)).to.have.lengthOf(0);
  });

  it('takes a key away by Backspace', async () => {
    const hub = consoleHub();
    const list = await open(hub, 'keys');
    await record(list, 'star', 'Backspace');
    expect(kept(hub)?.keys).to.deep.equal({ star: '' });
  });

  it('switches all keys off', async () => {
    const hub = consoleHub();
    const list = await open(hub, 'keys');
    named(list, '단축키 사용').click();
    expect(kept(hub)?.isOn).to.equal(false);
  });

  it('gives the keyboard back', async () => {
    const hub = consoleHub();
    const button = await fixture<HTMLButtonElement>(html`<button>before</button>`);
    await import('../../src/elements/command-list/define.js');
    const list = await inHub<CommandList>(hub, '<command-list></command-list>');
    button.focus();
    await list.show();
    expect(focusedName(list)).to.equal('명령이나 보기 이름');
    await sendKeys({ press: 'Escape' });
    expect(document.activeElement).to.equal(button);
  });

  it('speaks the language of its hub', async () => {
    const hub = consoleHub();
    const list = await open(hub);
    speak(hub, 'ja');
    await list.updateComplete;
    expect(one(list, '#title').textContent).to.equal('コマンドを探す');
  });
});

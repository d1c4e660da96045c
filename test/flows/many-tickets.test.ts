import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { DeskHub } from '../../src/hub/desk-hub.js';
import { startDesk, type Desk } from './support/desk.js';
import { enter, focusOn, retype, tabTo } from './support/keyboard.js';
import {
  button,
  choose,
  dialogOf,
  openView,
  press,
  rowsOf,
  rowWith,
  says,
  seen,
  textOf,
  totalOf,
  visible,
} from './support/screen.js';

const subjects = [1, 2, 3, 4].map((number) => `묶음배송 문의 ${number}`);
const ids: string[] = [];
const mine = `status = 'processing', assignee = 'agent1', assignee_name = '이준호', group_id = 1`;

describe('many tickets', function () {
  this.timeout(120_000);
  let desk: Desk;

  before(async () => {
    await setViewport({ width: 1440, height: 900 });
    desk = await startDesk();
    for (const [at, subject] of subjects.entries()) {
      const from = `Sora ${at} <sora${at}@x.example>`;
      ids.push(await desk.receive({ id: `bundle-${at}@x.example`, from, subject, text: '언제 오나요?' }));
    }
    await desk.execute(`update tickets set ${mine} where ticket_id in (${ids.slice(0, 3).map(quoted).join(', ')})`);
  });
  afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
  });
  after(() => desk.close());

  const dialog = (hub: DeskHub): Promise<HTMLElement> => seen(() => dialogOf(hub), 'the dialog');

  /** Searches by the keyboard alone. */
  async function search(hub: DeskHub, words: string, count: number): Promise<void> {
    (await seen(() => visible(hub, '[data-key=all]')[0], 'the views')).focus();
    await sendKeys({ press: '/' });
    await focusOn('input[type=text], input[type=search], input:not([type])');
    await retype(words);
    await sendKeys({ press: 'Enter' });
    await seen(() => totalOf(hub) === count && rowsOf(hub).length === count, `${count} tickets with "${words}"`);
  }

  async function tickAllRows(hub: DeskHub): Promise<void> {
    (await seen(() => visible(hub, '[data-key]')[0], 'the views')).focus();
    await sendKeys({ press: 'l' });
    for (let row = 0; row < rowsOf(hub).length; row++) {
      await sendKeys({ press: 'x' });
      await sendKeys({ press: 'ArrowDown' });
    }
    await seen(() => hub.hub!.selection.$ticked.get().ids.size === rowsOf(hub).length, 'the ticked rows');
  }

  it('are searched, saved as a view, answered together, and those that failed are tried again', async () => {
    const hub = await desk.open('agent1');
    await openView(hub, 'all');
    await search(hub, '묶음배송', 4);
    await enter(hub, '검색 저장');
    await focusOn('dialog input');
    await retype('묶음배송만');
    await sendKeys({ press: 'Enter' });
    await seen(() => !dialogOf(hub), 'that the view is kept');

    await openView(hub, 'spam');
    await enter(hub, /묶음배송만/);
    await seen(() => totalOf(hub) === 4 && rowWith(hub, subjects[0]!), 'the saved view');

    // The server itself fails at one of them.
    await desk.execute(
      asOwner(`
        create function not_now() returns trigger language plpgsql as 'begin raise exception ''no''; end';
        create trigger not_now before update on tickets for each row
          when (old.ticket_id = ${quoted(ids[1]!)}) execute function not_now();`),
    );
    await tickAllRows(hub);
    await sendKeys({ press: 'b' });
    await focusOn('dialog input[type=radio]');
    await sendKeys({ press: 'ArrowRight' });
    await tabTo('textarea');
    await sendKeys({ type: 'We ship today.' });
    await seen(() => says(hub, '4건 중 3건을 처리합니다.') && says(hub, '메일 3통을 보냅니다'), 'what it will do');
    await tabTo('#agree');
    await sendKeys({ press: 'Space' });
    await tabTo('[type=submit]');
    expect(textOf(await seen(() => visible(hub, 'dialog [type=submit]')[0], 'the button'))).to.equal('3건 해결하기');
    await sendKeys({ press: 'Enter' });

    await seen(() => says(hub, '처리가 끝났습니다. 완료 2건, 실패 1건.'), 'the end of the run');
    const items = () => visible(hub, 'dialog .item').map(textOf);
    await seen(
      () => items().length === 3 && items().filter((item) => item.includes('완료')).length === 2,
      'the results',
    );
    expect(items().find((item) => item.includes(subjects[1]!))).to.contain('서버 오류로 처리하지 못함');
    expect(items().some((item) => item.includes(subjects[3]!))).to.equal(false);

    await desk.execute(asOwner('drop trigger not_now on tickets;'));
    await enter(hub, '실패한 1건 다시 시도');
    await seen(() => says(hub, '처리가 끝났습니다. 완료 3건, 실패 0건.'), 'the end of the second try');
    await sendKeys({ press: 'Escape' });
    await seen(() => !dialogOf(hub), 'the list');
    for (const subject of subjects.slice(0, 3)) {
      await seen(
        () => textOf(rowWith(hub, subject) ?? document.createElement('p')).includes('해결'),
        `"${subject}" resolved`,
      );
    }
    expect(textOf(rowWith(hub, subjects[3]!)!)).to.contain('미할당');
    await seen(() => desk.server.mail.mails.length === 3, 'three mails');
    expect(hub.hub!.selection.$ticked.get().ids.size).to.equal(0);
  });

  it('are not treated when more would be than was agreed to: the agent is asked with the new numbers', async () => {
    const become = (some: readonly string[]) =>
      desk.execute(`update tickets set ${mine} where ticket_id in (${some.map(quoted).join(', ')})`);
    await become(ids.slice(0, 2));
    const hub = await desk.open('agent1');
    await search(hub, '묶음배송', 4);
    await tickAllRows(hub);
    await sendKeys({ press: 'b' });
    await focusOn('dialog input[type=radio]');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await tabTo('textarea');
    await sendKeys({ type: 'One moment.' });
    await seen(() => button(hub, '2건 보류하기'), 'the check');
    // The one that is nobody's becomes this agent's, so that it could be treated too.
    await become(ids.slice(3));
    await tabTo('#agree');
    await sendKeys({ press: 'Space' });
    await tabTo('[type=submit]');
    await sendKeys({ press: 'Enter' });
    await seen(() => says(hub, '바뀐 수를 확인하고'), 'the question');
    expect(visible<HTMLTextAreaElement>(hub, 'dialog textarea')[0]!.value).to.equal('One moment.');
    const agree = visible<HTMLInputElement>(hub, 'dialog #agree')[0]!;
    expect(agree.checked).to.equal(false);
    agree.focus();
    await sendKeys({ press: 'Space' });
    await enter(hub, '3건 보류하기');
    await seen(() => says(hub, '처리가 끝났습니다. 완료 3건, 실패 0건.'), 'the end of the run');
  });

  it('are saved as a file with the reason of it', async () => {
    const hub = await desk.open('admin1');
    await search(hub, '묶음배송', 4);
    const saved = catchFiles();
    try {
      await enter(hub, '더 보기');
      await press(hub, '목록 내보내기');
      const open = await dialog(hub);
      expect(textOf(open)).to.contain('4건');
      await enter(hub, '4건 내보내기');
      await seen(() => says(hub, '내보내는 이유를 입력하세요.'), 'the question for the reason');
      await retype('weekly report');
      await sendKeys({ press: 'Enter' });
      const file = await seen(() => saved.files[0], 'the file');
      expect(file.name).to.match(/\.csv$/);
      const text = await file.text;
      for (const subject of subjects) expect(text).to.contain(subject);
      expect(text.trim().split('\n')).to.have.lengthOf(5);
    } finally {
      saved.end();
    }
  });

  it('are searched by conditions that the agent chose, also after a reload', async () => {
    let hub = await desk.open('agent1');
    (await seen(() => visible(hub, '[data-key=all]')[0], 'the views')).focus();
    await sendKeys({ press: '/' });
    await enter(hub, '조건 설정');
    const open = await dialog(hub);
    const select = await seen(() => visible<HTMLSelectElement>(open, 'select')[0], 'the fields');
    const free = [...select.options].find((option) => option.value !== '')!;
    const name = free.text.trim();
    choose(select, free.value);
    await enter(open, '조건 추가');
    await enter(open, '저장');
    await seen(() => !dialogOf(hub), 'that the conditions are kept');
    await seen(() => visible(hub, '[role=search]').some((area) => says(area, name)), `the condition ${name}`);
    hub.remove();
    hub = await desk.open('agent1');
    (await seen(() => visible(hub, '[data-key=all]')[0], 'the views')).focus();
    await sendKeys({ press: '/' });
    await seen(() => visible(hub, '[role=search]').some((area) => says(area, name)), `the condition ${name} again`);
  });

  it('are found by what the shop knows of their customer', async () => {
    const hub = await desk.open('agent1');
    (await seen(() => visible(hub, '[data-key=all]')[0], 'the views')).focus();
    await sendKeys({ press: 'i' });
    await focusOn('dialog input');
    await retype('sora1@x.example');
    await sendKeys({ press: 'Enter' });
    await seen(() => says(hub, '조회 성공'), 'the answer');
    await seen(() => says(hub, 'Sora 1') && says(hub, subjects[1]!), 'the customer and the tickets');
    await sendKeys({ press: 'Escape' });
    await seen(() => !dialogOf(hub), 'the list');
  });
});

/** As the owner of the tables, which the server is not. */
function asOwner(statements: string): string {
  return `do $owner$ begin reset role; ${statements} end $owner$`;
}

function quoted(id: string): string {
  return `'${id}'`;
}

/** The files that a page saves, which a browser would put into its folder of downloads. */
function catchFiles(): { readonly files: { name: string; text: Promise<string> }[]; end(): void } {
  const files: { name: string; text: Promise<string> }[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    const catchOne = (event: Event): void => {
      event.preventDefault();
      files.push({ name: this.download, text: fetch(this.href).then((answer) => answer.text()) });
    };
    this.addEventListener('click', catchOne, { once: true });
    click.call(this);
  };
  return { files, end: () => void (HTMLAnchorElement.prototype.click = click) };
}

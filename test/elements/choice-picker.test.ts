import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Choice } from '../../src/base/choice.js';
import { ChoicePicker } from '../../src/elements/choice-picker/choice-picker.js';
import { matching } from '../../src/base/choice-matching.js';
import { sampleHub, speak } from '../../stories/support/samples.js';
import type { FakeHub } from '../support/fake-hub.js';
import { all, focusedName, inHub, nameOf, named, one, survivesMoves, textOf } from '../support/in-hub.js';

const tree: readonly Choice[] = (
  [
    ['결제', 0],
    ['카드 결제', 1],
    ['해외 카드', 2],
    ['계좌이체', 1],
    ['배송', 0],
    ['배송 지연', 1],
    ['회원', 0],
    ['Abo', 0],
  ] as const
).map(([label, depth], place) => ({ value: String(place), label, depth }));

async function picker(
  hub: FakeHub = sampleHub(),
  choices = tree,
  value: readonly string[] = [],
): Promise<ChoicePicker> {
  await import('../../src/elements/choice-picker/define.js');
  const element = await inHub<ChoicePicker>(hub, '<choice-picker label="접수유형"></choice-picker>');
  Object.assign(element, { choices, value });
  await element.updateComplete;
  return element;
}

async function open(element: ChoicePicker): Promise<void> {
  one(element, '#button').click();
  for (let i = 0; i < 50 && !element.shadowRoot!.activeElement?.matches('input, .foot button'); i++)
    await new Promise((done) => setTimeout(done, 10));
}

const values = (element: ChoicePicker): string[] => all(element, '.value').map(nameOf);
const labels = (choices: readonly Choice[]): string[] => choices.map(({ label }) => label);
const isOpen = (element: ChoicePicker): boolean => one(element, '#panel').matches(':popover-open');

describe('choice-picker', () => {
  it('is not defined by importing the class', () => {
    expect(ChoicePicker.prototype).to.be.instanceOf(HTMLElement);
  });

  it('shows nothing outside a hub', async () => {
    await import('../../src/elements/choice-picker/define.js');
    expect(textOf(await fixture(html`<choice-picker></choice-picker>`))).to.equal('');
  });

  it('names its field and what is chosen', async () => {
    const element = await picker();
    const summary = (): string => textOf(element).replace('접수유형', '').trim();
    expect(summary()).to.equal('전체');
    // Where nothing chosen does not mean all of them.
    element.none = '지정 안 함';
    await element.updateComplete;
    expect(summary()).to.equal('지정 안 함');
    element.value = ['1'];
    await element.updateComplete;
    expect(summary()).to.equal('카드 결제');
    element.value = ['1', '5', '6'];
    await element.updateComplete;
    expect(summary()).to.equal('카드 결제 외 2');
    expect(one(element, '#button').getAttribute('aria-labelledby')).to.equal('label summary');
    await expect(element).to.be.accessible();
  });

  it('opens into the field that narrows the list', async () => {
    const element = await picker();
    await open(element);
    expect(isOpen(element)).to.equal(true);
    expect(focusedName(element)).to.equal('접수유형 찾기');
    expect(values(element)).to.deep.equal(labels(tree));
    await expect(element).to.be.accessible();
  });

  it('has no field to type into where there is little to choose from', async () => {
    const element = await picker(sampleHub(), tree.slice(0, 3));
    await open(element);
    expect(all(element, 'input[type=text]')).to.have.lengthOf(0);
    expect(element.shadowRoot!.activeElement === all(element, '.value > input')[0]).to.equal(true);
  });

  it('narrows the list while something is typed, and says how many are left', async () => {
    const element = await picker();
    await open(element);
    await sendKeys({ type: 'ABO' });
    expect(values(element)).to.deep.equal(['Abo']);
    expect(one(element, '[role=status]').textContent).to.equal('1개');
    await sendKeys({ type: 'x' });
    expect(textOf(element)).to.contain('찾는 항목이 없습니다.');
  });

  it('keeps the branches above what is found, and what is below it', () => {
    expect(labels(matching(tree, '해외'))).to.deep.equal(['결제', '카드 결제', '해외 카드']);
    expect(labels(matching(tree, '배송'))).to.deep.equal(['배송', '배송 지연']);
    expect(labels(matching(tree, '결제'))).to.deep.equal(['결제', '카드 결제', '해외 카드', '계좌이체']);
    expect(labels(matching(tree, '회원'))).to.deep.equal(['회원']);
  });

  it('is worked by the keyboard alone, and tells of each change', async () => {
    const element = await picker();
    const told: string[] = [];
    element.addEventListener('change', () => told.push(element.value.join()));
    element.focus();
    await sendKeys({ press: 'ArrowDown' });
    await new Promise((done) => setTimeout(done, 100));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'Space' });
    expect(told).to.deep.equal(['1', '0,1']);
    await sendKeys({ press: 'Space' });
    expect(element.value).to.deep.equal(['1']);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    expect(element.shadowRoot!.activeElement?.id).to.equal('button');
  });

  it('closes on Escape and leaves the layer around it alone', async () => {
    const element = await picker();
    const heard: string[] = [];
    element.parentElement!.addEventListener('keydown', (event) => heard.push(event.key));
    await open(element);
    await sendKeys({ press: 'Escape' });
    expect(isOpen(element)).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('gives the whole choice up at once', async () => {
    const element = await picker(sampleHub(), tree, ['1', '5']);
    await open(element);
    named(element, '선택 취소').click();
    expect(element.value).to.deep.equal([]);
  });

  it('says what is wrong with the choice', async () => {
    const element = await picker(sampleHub(), tree, ['1']);
    element.problem = '고르세요';
    await element.updateComplete;
    const button = one(element, '#button');
    expect(button.getAttribute('aria-invalid')).to.equal('true');
    expect(one(element, `#${button.getAttribute('aria-describedby')}`).textContent).to.equal('고르세요');
    await expect(element).to.be.accessible();
  });

  it('shows values that are no longer offered as they are', async () => {
    const element = await picker(sampleHub(), tree, ['99']);
    expect(textOf(element)).to.contain('99');
  });

  it('listens to nothing of the window once it is closed or gone', async () => {
    const element = await picker();
    const open_ = window.addEventListener;
    const heard = new Set<unknown>();
    window.addEventListener = (...args: Parameters<typeof open_>) => {
      heard.add(args[1]);
      open_.apply(window, args);
    };
    const close_ = window.removeEventListener;
    window.removeEventListener = (...args: Parameters<typeof close_>) => {
      heard.delete(args[1]);
      close_.apply(window, args);
    };
    try {
      await open(element);
      expect(heard.size).to.be.greaterThan(0);
      element.remove();
      expect(heard.size).to.equal(0);
    } finally {
      Object.assign(window, { addEventListener: open_, removeEventListener: close_ });
    }
  });

  it('survives moves', async () => {
    await import('../../src/elements/choice-picker/define.js');
    await survivesMoves('choice-picker', sampleHub('ko'), sampleHub('ja'));
  });

  it('speaks the language of its hub', async () => {
    const hub = sampleHub();
    const element = await picker(hub);
    speak(hub, 'en');
    await element.updateComplete;
    expect(textOf(element)).to.contain('Any');
  });
});

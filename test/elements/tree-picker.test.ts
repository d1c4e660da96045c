import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/tree-picker/define.js';
import type { TreePicker } from '../../src/elements/tree-picker/tree-picker.js';
import { createFakeHub } from '../support/fake-hub.js';
import { all, inHub, one } from '../support/in-hub.js';

const tree = [
  { value: '1', label: '결제', depth: 0 },
  { value: '2', label: '환불', depth: 1 },
  { value: '3', label: '카드', depth: 2 },
  { value: '4', label: '해외 카드', depth: 3 },
  { value: '5', label: '승인 취소', depth: 4 },
  { value: '6', label: '배송', depth: 0 },
];

async function mount(value = '', set: (picker: TreePicker) => void = () => undefined): Promise<TreePicker> {
  const picker = await inHub<TreePicker>(createFakeHub(), '<tree-picker></tree-picker>');
  Object.assign(picker, { label: '처리유형', choices: tree, value });
  set(picker);
  await picker.updateComplete;
  return picker;
}

const field = (picker: TreePicker) => one<HTMLInputElement>(picker, '#field');
const offered = (picker: TreePicker) => all(picker, '[role=option]').map((option) => option.textContent!.trim());
const marked = (picker: TreePicker) =>
  picker.shadowRoot!.getElementById(field(picker).getAttribute('aria-activedescendant') ?? '')?.textContent?.trim();

function heard(picker: TreePicker): string[] {
  const values: string[] = [];
  picker.addEventListener('change', () => values.push(picker.value));
  return values;
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
}

describe('tree-picker', () => {
  it('shows where in the tree its value stands, five levels deep', async () => {
    const picker = await mount('5');
    expect(field(picker).value).to.equal('결제 › 환불 › 카드 › 해외 카드 › 승인 취소');
    await expect(picker).to.be.accessible();
  });

  it('narrows the list to what is typed, below the branches above it, and takes what fits by Enter', async () => {
    const picker = await mount();
    const values = heard(picker);
    picker.focus();
    await sendKeys({ type: '승인' });
    expect(offered(picker)).to.deep.equal(['결제', '환불', '카드', '해외 카드', '승인 취소']);
    expect(marked(picker)).to.equal('승인 취소');
    await expect(picker).to.be.accessible();
    await press('Enter');
    expect(values).to.deep.equal(['5']);
    expect(field(picker).getAttribute('aria-expanded')).to.equal('false');
  });

  it('is walked by the arrows, from the value it has, round its ends', async () => {
    const picker = await mount('2');
    const values = heard(picker);
    picker.focus();
    await press('ArrowDown');
    expect(marked(picker)).to.equal('환불');
    await press('ArrowUp', 'ArrowUp', 'ArrowUp');
    expect(marked(picker)).to.equal('배송');
    await press('ArrowDown', 'Enter');
    expect(values).to.deep.equal(['']);
    expect(field(picker).placeholder).to.equal('지정 안 함');
  });

  it('keeps its value on Escape, and ends that key', async () => {
    const picker = await mount('6');
    const values = heard(picker);
    let outside = 0;
    picker.parentElement!.addEventListener('keydown', () => outside++);
    picker.focus();
    await sendKeys({ type: '결' });
    outside = 0;
    await press('Escape');
    expect(outside).to.equal(0);
    expect(field(picker).value).to.equal('배송');
    await press('Escape');
    expect(outside).to.equal(1);
    expect(values).to.deep.equal([]);
  });

  it('offers no empty choice where a value is needed', async () => {
    const picker = await mount('', (one) => (one.required = true));
    picker.focus();
    await press('ArrowDown');
    expect(offered(picker)[0]).to.equal('결제');
    expect(field(picker).getAttribute('aria-required')).to.equal('true');
  });

  it('says that nothing fits, and keeps its value when it is left', async () => {
    const picker = await mount('2');
    const values = heard(picker);
    picker.focus();
    await sendKeys({ type: 'xyz' });
    expect(one(picker, '[role=status]').textContent).to.contain('찾는 항목이 없습니다');
    field(picker).blur();
    await picker.updateComplete;
    expect(field(picker).value).to.equal('결제 › 환불');
    expect(values).to.deep.equal([]);
  });

  it('takes a click, and leaves keys that an input method composes alone', async () => {
    const picker = await mount();
    const values = heard(picker);
    field(picker).click();
    await picker.updateComplete;
    field(picker).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }));
    expect(values).to.deep.equal([]);
    all(picker, '[role=option]')[1]!.click();
    expect(values).to.deep.equal(['1']);
  });
});

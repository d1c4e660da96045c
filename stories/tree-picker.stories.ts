import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/tree-picker/define.js';
import { branches } from '../src/base/choice.js';
import type { TreePicker } from '../src/elements/tree-picker/tree-picker.js';
import type { Language } from '../src/domain/types.js';
import { fieldSettings } from './support/sample-fields.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/tree-picker', component: 'tree-picker' };
export default meta;

const labels = { ko: '처리유형', ja: '処理タイプ', en: 'Handling type' } as const;

function fill(element: HTMLElement, change: Partial<TreePicker> = {}, language: Language = 'ko'): void {
  const choices = branches(fieldSettings(language).handlingTypes);
  Object.assign(element as TreePicker, { label: labels[language], choices, ...change });
}

async function open(element: HTMLElement, typed = ''): Promise<void> {
  await (element as TreePicker).updateComplete;
  const field = element.shadowRoot?.querySelector<HTMLInputElement>('#field');
  field?.focus();
  field?.click();
  if (!field || !typed) return;
  field.value = typed;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

const story = (then: NonNullable<Showing['then']>, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('tree-picker', args, { width: '260px', height: '400px', then, ...showing }),
});
const opened =
  (language: Language = 'ko') =>
  (element: HTMLElement) => {
    fill(element, { value: '5' }, language);
    return open(element);
  };

export const NothingChosen = story((element) => fill(element));
export const Chosen = story((element) => fill(element, { value: '5' }));
export const FiveLevels = story(opened());
export const Typed = story((element) => {
  fill(element);
  return open(element, '카드');
});
export const NoMatch = story((element) => {
  fill(element);
  return open(element, '없는 유형');
});
export const Wrong = story((element) => fill(element, { required: true, problem: '꼭 입력해야 합니다.' }));
export const Disabled = story((element) => fill(element, { value: '2', disabled: true }));
export const Dark = story(opened(), {}, { theme: 'dark' });
export const Narrow = story(opened(), { width: '140px' });
export const RightToLeft = story(opened(), { rightToLeft: true });
export const Japanese = story(opened('ja'), { language: 'ja' });
export const English = story(opened('en'), { language: 'en' });

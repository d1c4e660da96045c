import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/choice-picker/define.js';
import type { Choice } from '../src/base/choice.js';
import type { ChoicePicker } from '../src/elements/choice-picker/choice-picker.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/choice-picker', component: 'choice-picker' };
export default meta;

const plain: readonly Choice[] = ['미할당', '처리중', '보류중'].map((label, place) => ({ value: `${place}`, label }));
const tree: readonly Choice[] = [
  ...[
    '결제',
    '카드 결제',
    '해외 카드',
    '계좌이체',
    '배송',
    '배송 지연',
    '회원',
    '탈퇴',
    '휴면 계정의 복구와 본인 확인',
  ].map((label, place) => ({ value: `${place}`, label, depth: [0, 1, 2, 1, 0, 1, 0, 1, 1][place] ?? 0 })),
];

const fill = (element: HTMLElement, choices: readonly Choice[], value: readonly string[] = [], problem = ''): void => {
  Object.assign(element as ChoicePicker, { label: '접수유형', choices, value, problem });
};
const press = async (element: HTMLElement): Promise<void> => {
  await (element as ChoicePicker).updateComplete;
  element.shadowRoot?.querySelector<HTMLElement>('#button')?.click();
};
const story = (then: NonNullable<Showing['then']>, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('choice-picker', args, { width: '240px', height: '400px', then, ...showing }),
});
const open = (element: HTMLElement): Promise<void> => {
  fill(element, tree, ['1', '5']);
  return press(element);
};

export const NothingChosen = story((element) => fill(element, plain));
export const SomeChosen = story((element) => fill(element, plain, ['1', '2']));
export const ManyChosen = story((element) => fill(element, tree, ['1', '2', '5']));
export const Tree = story(open);
export const NoChoices = story((element) => {
  fill(element, []);
  return press(element);
});
export const Wrong = story((element) => fill(element, plain, ['1'], '이 조건으로는 검색할 수 없습니다.'));
export const Dark = story(open, {}, { theme: 'dark' });
export const RightToLeft = story(open, { rightToLeft: true });
export const Japanese = story(open, { language: 'ja' });
export const English = story(open, { language: 'en' });

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../src/elements/assignment-notice/define.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/assignment-notice', component: 'assignment-notice' };
export default meta;

const subjects = [
  '배송이 아직 오지 않았어요',
  '返金はいつになりますか',
  'Where is my order?',
  '회원 탈퇴 방법',
  '결제 오류',
];
const story = (count: number, showing: Showing = {}): StoryObj => ({
  render: (args) =>
    show('assignment-notice', args, {
      width: '360px',
      set: (hub) =>
        hub.assignments.$assigned.set(
          subjects.slice(0, count).map((subject, at) => ({ ticketId: `T176370000000${at}AbCdE`, subject })),
        ),
      ...showing,
    }),
});

export const None = story(0);
export const One = story(1);
export const Many = story(5);
export const Japanese = story(5, { language: 'ja' });
export const English = story(2, { language: 'en' });
export const Narrow = story(2, { width: '220px' });
export const Dark: StoryObj = { ...story(2), parameters: { theme: 'dark' } };
export const RightToLeft = story(2, { rightToLeft: true });

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { usualColumns } from '../src/domain/columns.js';
import '../src/elements/column-menu/define.js';
import type { ColumnMenu } from '../src/elements/column-menu/column-menu.js';
import { show, type Showing } from './support/show.js';

const meta: Meta = { title: 'Elements/column-menu', component: 'column-menu' };
export default meta;

const labels = {
  ko: ['상태', '제목', '고객', '담당자', '수정', '이메일', '주문번호'],
  ja: ['ステータス', 'タイトル', '顧客', '担当者', '更新', 'Eメール', '注文番号'],
  en: ['Status', 'Title', 'Customer', 'Assignee', 'Updated', 'Email', 'Order number'],
};
const ids = ['status', 'subject', 'customer', 'assignee', 'updatedAt', 'email', 'f.order'];

function fill(element: HTMLElement, language: keyof typeof labels): ColumnMenu {
  const menu = element as ColumnMenu;
  menu.choices = ids.map((id, at) => ({
    id,
    label: labels[language][at] ?? id,
    sort: id === 'f.order' ? 'f.order' : 'subject',
    width: 92,
    isSign: false,
  }));
  menu.columns = usualColumns.filter(({ id }) => ids.includes(id));
  return menu;
}

const story = (open: (menu: ColumnMenu) => Promise<void>, showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) =>
    show('column-menu', args, {
      height: '560px',
      then: (element) => open(fill(element, showing.language ?? 'ko')),
      ...showing,
    }),
});

const settings = (menu: ColumnMenu): Promise<void> => menu.showSettings();
const column = (id: string) => (menu: ColumnMenu) => menu.showColumn(id, menu);

export const AllColumns = story(settings);
export const OneColumn = story(column('customer'));
export const MainColumn = story(column('subject'));
export const AllColumnsDark = story(settings, {}, { theme: 'dark' });
export const OneColumnDark = story(column('customer'), {}, { theme: 'dark' });
export const AllColumnsNarrow = story(settings, { width: '320px' });
export const RightToLeft = story(column('customer'), { rightToLeft: true });
export const AllColumnsJapanese = story(settings, { language: 'ja' });
export const AllColumnsEnglish = story(settings, { language: 'en' });
export const OneColumnJapanese = story(column('customer'), { language: 'ja' });
export const OneColumnEnglish = story(column('customer'), { language: 'en' });

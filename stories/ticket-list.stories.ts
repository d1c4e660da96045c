import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { DeskError } from '../src/base/desk-error.js';
import type { TicketWindow } from '../src/base/hub-context.js';
import type { Language, SortField, TicketRow } from '../src/domain/types.js';
import '../src/elements/ticket-list/define.js';
import { usualColumns, type ColumnState, type Density } from '../src/domain/columns.js';
import type { FieldDefinition } from '../src/domain/fields.js';
import { ListArrangeRequest, ListSortRequest, TicketSelectRequest, TickRequest } from '../src/events/requests.js';
import { MemoryWindow } from '../src/hub/memory-window.js';
import { windowOf, type FakeHub } from '../test/support/fake-hub.js';
import { doorayTransfer, issueTransfer, sampleGuidance } from './support/sample-dooray.js';
import { sampleRows } from './support/sample-tickets.js';
import { ready, sampleHub, sampleSettings } from './support/samples.js';

interface Args {
  collapsed: boolean;
  density: Density;
  hub: FakeHub;
  width: string;
  dir: 'ltr' | 'rtl';
}

function arrange(hub: FakeHub, { columns, density }: ListArrangeRequest['change']): void {
  if (columns !== undefined) hub.tickets.$columns.set(columns ?? usualColumns);
  if (density) hub.tickets.$density.set(density);
}

/** Does for rows what the real hub does: opens, ticks, sorts and arranges. */
function follow(hub: FakeHub): (event: Event) => void {
  return (event) => {
    if (event instanceof TicketSelectRequest) hub.tickets.$currentId.set(event.ticketId);
    if (event instanceof TickRequest) hub.selection.$ticked.set(event.ticked);
    if (event instanceof ListArrangeRequest) arrange(hub, event.change);
    if (!(event instanceof ListSortRequest)) return;
    const { sort, descending } = event;
    const window = hub.tickets.$window.get();
    const source = new MemoryWindow(
      Array.from({ length: window.total }, (_, index) => window.row(index)).filter((row) => row !== undefined),
    );
    source.sort(sort as SortField, descending);
    hub.tickets.$query.set({ ...hub.tickets.$query.get(), sort, descending });
    hub.tickets.$window.set(source.$window.get());
  };
}

function hubOf(window: TicketWindow, language: Language = 'ko'): FakeHub {
  const hub = sampleHub(language);
  hub.tickets.$window.set(window);
  return hub;
}

function hubOver(rows: readonly TicketRow[], language: Language = 'ko'): FakeHub {
  const hub = hubOf(windowOf(rows), language);
  hub.tickets.$currentId.set(rows[3]?.ticketId ?? null);
  hub.selection.$ticked.set({ all: false, ids: new Set(rows.slice(5, 7).map((row) => row.ticketId)) });
  return hub;
}

const ownFields: readonly FieldDefinition[] = (
  [
    ['order', 'text', '주문번호', '注文番号', 'Order number'],
    ['agree', 'agree', '개인정보 동의', '個人情報の同意', 'Consent'],
    ['stay', 'date_period', '이용 기간', '利用期間', 'Stay'],
  ] as const
).map(([code, type, ko, ja, en]) => ({
  code,
  type,
  owner: 'customer',
  names: { ko, ja, en },
  options: null,
  required: false,
  encrypted: false,
  length: 0,
  categories: null,
}));

/** A list with fields of the service's own, and columns that an agent arranged. */
function hubWithColumns(columns: readonly ColumnState[], language: Language = 'ko'): FakeHub {
  const rows = sampleRows(60, language).map((row, index) => ({
    ...row,
    fields: { order: `A-${1001 + index}`, agree: index % 3 > 0, stay: ['2026-11-01', '2026-11-03'] },
  }));
  const hub = hubOver(rows, language);
  hub.session.$settings.set(ready({ ...sampleSettings(language), fields: ownFields }));
  hub.tickets.$columns.set(columns);
  return hub;
}

const own = (...ids: string[]): ColumnState[] => ids.map((id) => ({ id, width: null }));
const few = own('status', 'f.order', 'subject', 'email', 'createdAt', 'f.agree');
const many = own(
  'status',
  'ticketId',
  'f.order',
  'subject',
  'f.stay',
  'email',
  'assignee',
  'group',
  'language',
  'createdAt',
);

const render = ({ collapsed, density, hub, width, dir }: Args) => {
  const on = follow(hub);
  return html`<fake-hub
    .hub=${hub}
    dir=${dir}
    @desk-ticket-select-request=${on}
    @desk-tick-request=${on}
    @desk-list-sort-request=${on}
    @desk-list-arrange-request=${on}
  >
    <div .style=${`block-size: 32em; inline-size: ${width}`}>
      <ticket-list ?collapsed=${collapsed} density=${density}></ticket-list>
    </div>
  </fake-hub>`;
};

const meta: Meta<Args> = {
  title: 'Elements/ticket-list',
  component: 'ticket-list',
  args: { collapsed: false, density: 'normal', hub: hubOver(sampleRows(60)), width: '100%', dir: 'ltr' },
  argTypes: { hub: { table: { disable: true } } },
  render,
};
export default meta;

type Story = StoryObj<Args>;

export const Korean: Story = {};
export const Japanese: Story = { args: { hub: hubOver(sampleRows(60, 'ja'), 'ja') } };
export const English: Story = { args: { hub: hubOver(sampleRows(60, 'en'), 'en') } };
export const Dark: Story = { parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { dir: 'rtl' } };
export const Narrow: Story = { args: { width: '320px' } };
export const InTheConsole: Story = { args: { width: '420px' } };
export const Compact: Story = { args: { density: 'compact' } };
export const Comfortable: Story = { args: { density: 'comfortable' } };
export const Collapsed: Story = { args: { collapsed: true } };

export const OwnColumns: Story = { args: { hub: hubWithColumns(few) } };
export const OwnColumnsJapanese: Story = { args: { hub: hubWithColumns(few, 'ja') } };
export const OwnColumnsEnglish: Story = { args: { hub: hubWithColumns(few, 'en') } };
export const OwnColumnsNarrow: Story = { args: { hub: hubWithColumns(few), width: '320px' } };
export const MoreColumnsThanRoom: Story = { args: { hub: hubWithColumns(many), width: '720px' } };

/** A transfer that failed, one on its way, one whose customer is to be told something, and one that arrived. */
function transferred(language: Language = 'ko'): TicketRow[] {
  const [first, second, third, fourth, ...rest] = sampleRows(12, language) as [
    TicketRow,
    TicketRow,
    TicketRow,
    TicketRow,
  ];
  return [
    { ...first, transfer: doorayTransfer(language, { state: 'failed', problem: 'refused' }) },
    { ...second, transfer: doorayTransfer(language, { state: 'sending' }) },
    { ...third, transfer: issueTransfer(language), guidance: sampleGuidance(language) },
    { ...fourth, transfer: doorayTransfer(language) },
    ...rest,
  ];
}
export const Transfers: Story = { args: { hub: hubOver(transferred(), 'ko') } };
export const TransfersJapaneseDark: Story = {
  args: { hub: hubOver(transferred('ja'), 'ja') },
  parameters: { theme: 'dark' },
};
export const TransfersEnglish: Story = { args: { hub: hubOver(transferred('en'), 'en') } };

export const HundredThousand: Story = {
  args: {
    hub: (() => {
      const rows = sampleRows(100);
      return hubOf(windowOf(rows, { total: 100_000, row: (index) => rows[index % rows.length] }));
    })(),
  },
};

export const Waiting: Story = {
  args: {
    hub: (() => {
      const hub = hubOver(sampleRows(60));
      hub.tickets.$waiting.set(3);
      return hub;
    })(),
  },
};

export const AllTicked: Story = {
  args: {
    hub: (() => {
      const rows = sampleRows(60);
      const hub = hubOver(rows);
      hub.selection.$ticked.set({ all: true, ids: new Set([rows[1]?.ticketId ?? '']) });
      return hub;
    })(),
  },
};

export const Refused: Story = {
  args: {
    hub: (() => {
      const rows = sampleRows(60);
      const hub = hubOver(rows);
      const error = new DeskError('conflict', '', { winner: '김서연' });
      hub.work.$tasks.set([{ id: '1', ticketId: rows[0]?.ticketId ?? '', action: 'claim', state: 'failed', error }]);
      return hub;
    })(),
  },
};

export const Loading: Story = { args: { hub: hubOf(windowOf([], { status: 'loading' })) } };
export const RowsOnTheirWay: Story = {
  args: { hub: hubOf(windowOf(sampleRows(5), { total: 400 })) },
};
export const Empty: Story = { args: { hub: hubOf(windowOf([])) } };

export const NothingUnread: Story = {
  args: {
    hub: (() => {
      const hub = hubOf(windowOf([]));
      hub.tickets.$query.set({ ...hub.tickets.$query.get(), unread: true });
      return hub;
    })(),
  },
};

export const NothingImportant: Story = {
  args: {
    hub: (() => {
      const hub = hubOf(windowOf([]));
      hub.tickets.$query.set({ ...hub.tickets.$query.get(), starred: true });
      return hub;
    })(),
  },
};

export const Failed: Story = {
  args: { hub: hubOf(windowOf([], { status: 'failed', error: new DeskError('offline', '') })) },
};

export const FailedWithRows: Story = {
  args: { hub: hubOf(windowOf(sampleRows(8), { status: 'failed', error: new DeskError('server', '') })) },
};

export const Detached: Story = { render: () => html`<ticket-list></ticket-list>` };

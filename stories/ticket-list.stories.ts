import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { DeskError } from '../src/base/desk-error.js';
import type { TicketWindow } from '../src/base/hub-context.js';
import type { Language, SortField, TicketRow } from '../src/domain/types.js';
import '../src/elements/ticket-list/define.js';
import { ListSortRequest, TicketSelectRequest, TickRequest } from '../src/events/requests.js';
import { MemoryWindow } from '../src/hub/memory-window.js';
import { windowOf, type FakeHub } from '../test/support/fake-hub.js';
import { sampleRows } from './support/sample-tickets.js';
import { sampleHub } from './support/samples.js';

interface Args {
  collapsed: boolean;
  density: 'compact' | 'normal' | 'comfortable';
  hub: FakeHub;
  width: string;
  dir: 'ltr' | 'rtl';
}

/** Does for rows what the real hub does: opens, ticks and sorts. */
function follow(hub: FakeHub): (event: Event) => void {
  return (event) => {
    if (event instanceof TicketSelectRequest) hub.tickets.$currentId.set(event.ticketId);
    if (event instanceof TickRequest) hub.selection.$ticked.set(event.ticked);
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

const render = ({ collapsed, density, hub, width, dir }: Args) => {
  const on = follow(hub);
  return html`<fake-hub
    .hub=${hub}
    dir=${dir}
    @desk-ticket-select-request=${on}
    @desk-tick-request=${on}
    @desk-list-sort-request=${on}
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

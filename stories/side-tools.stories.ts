import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/side-tools/define.js';
import { usualPreferences } from '../src/domain/preferences.js';
import { usualRail, type RailState } from '../src/domain/side-tools.js';
import type { SideTools } from '../src/elements/side-tools/side-tools.js';
import type { FakeHub } from '../test/support/fake-hub.js';
import { relatedHub } from './support/related.js';
import { ready, sampleSession } from './support/samples.js';
import { followPreferences } from './support/saved-views.js';
import { press, settled, show, type Showing } from './support/show.js';
import { until } from '../test/support/until.js';

const meta: Meta = { title: 'Elements/side-tools', component: 'side-tools' };
export default meta;

/** Follows what the agent does, as the server would keep it. */
const railed =
  (change: Partial<RailState> = {}): ((hub: FakeHub) => void) =>
  (hub) =>
    hub.preferences.$preferences.set(ready({ ...usualPreferences, rail: { ...usualRail, ...change } }));
const story = (showing: Showing = {}, parameters = {}): StoryObj => ({
  parameters,
  render: (args) => show('side-tools', args, { width: '340px', height: '560px', hub: relatedHub, ...showing }),
});
const open = (tool: RailState['open']): Showing => ({
  set: railed({ open: tool }),
  then: (element) => until(() => element.shadowRoot?.querySelector('.content > :not(p)') != null, 'the panel'),
});

export const Rail = story({ width: '40px' });
export const History = story(open('history'));
export const Templates = story(open('templates'));
export const Customer = story(open('customer'));
export const Events = story(open('events'));
export const Conversation = story(open('dooray'));
export const Folded = story({ width: '40px', set: railed({ folded: true }) });
export const Menu = story({
  ...open('history'),
  then: async (element) => {
    await press(element, '.head > .button');
    await until(() => element.shadowRoot?.querySelector('.order:popover-open') != null, 'the menu');
  },
});
/** A sign goes to another place when it is dragged, by Alt and an arrow key, and by the menu. */
export const Order: StoryObj = {
  ...story({
    width: '40px',
    set: railed(),
    then: (element, hub) => followPreferences(element.parentElement!, hub),
  }),
  play: async ({ canvasElement }) => {
    await settled();
    const { shadowRoot: rail } = canvasElement.querySelector('side-tools')!;
    const signs = (): HTMLElement[] => [...rail!.querySelectorAll<HTMLElement>('.tools > .own')];
    const sign = (id: string): HTMLElement => signs().find(({ dataset }) => dataset['id'] === id)!;
    const begins = (...ids: string[]): Promise<void> =>
      waitFor(() =>
        expect(
          signs()
            .map(({ dataset }) => dataset['id'])
            .slice(0, ids.length),
        ).toEqual(ids),
      );
    await begins('history', 'templates', 'dooray');
    const places = ['history', 'dooray'].map((id) => sign(id).getBoundingClientRect());
    const [from, to] = places.map(({ x, y, width, height }) => ({ clientX: x + width / 2, clientY: y + height / 2 }));
    await userEvent.pointer([
      { target: sign('history'), coords: from, keys: '[MouseLeft>]' },
      { target: sign('history'), coords: to },
      { target: sign('history'), coords: to, keys: '[/MouseLeft]' },
    ]);
    await begins('templates', 'dooray', 'history');
    sign('history').focus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await begins('templates', 'history', 'dooray');
    await userEvent.pointer({ target: sign('history'), keys: '[MouseRight]' });
    await waitFor(() => expect(rail!.querySelector('.order:popover-open [role=menuitem]')).not.toBeNull());
    await userEvent.click(rail!.querySelectorAll<HTMLElement>('.order [role=menuitem]')[2]!);
    await begins('history', 'templates', 'dooray');
  },
};
export const FewTools = story({
  width: '40px',
  set: (hub) => {
    const session = sampleSession('ko');
    const capabilities = { ...session.capabilities, dooray: false, customerInfo: false, sms: false };
    hub.session.$session.set(ready({ ...session, capabilities }));
  },
});
export const OwnTool = story({
  then: async (element) => {
    element.insertAdjacentHTML(
      'beforeend',
      '<p slot="own-memo" title="메모" style="margin: 0; padding: 12px">이 화면을 만든 쪽의 메모장입니다.</p>',
    );
    await until(() => (element as SideTools).show('own-memo'), 'the tool');
  },
});
export const Over: StoryObj = {
  render: (args) =>
    show(
      'side-tools',
      { overlay: true, ...args },
      {
        width: '40px',
        height: '560px',
        hub: relatedHub,
        then: (element) => {
          element.parentElement!.style.marginInlineStart = '400px';
          return until(() => (element as SideTools).show('history'), 'the rail');
        },
      },
    ),
};
export const Horizontal: StoryObj = {
  render: (args) =>
    show(
      'side-tools',
      { orientation: 'horizontal', ...args },
      { width: '360px', height: '560px', hub: relatedHub, ...open('history') },
    ),
};
export const Dark = story(open('customer'), { theme: 'dark' });
export const RightToLeft = story({ ...open('history'), rightToLeft: true });
export const Japanese = story({ ...open('history'), language: 'ja' });
export const English = story({ ...open('history'), language: 'en' });

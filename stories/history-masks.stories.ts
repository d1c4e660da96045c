import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/elements/mask-dialog/define.js';
import '../src/elements/ticket-history/define.js';
import type { TicketHistory } from '../src/elements/ticket-history/ticket-history.js';
import { until } from '../test/support/until.js';
import { maskedHub } from './support/masked-ticket.js';
import { maskingHub } from './support/sample-masks.js';
import { inBox, type TicketStoryArgs } from './support/open-ticket.js';

const element = html`<ticket-history .style=${'block-size: 100%'}></ticket-history>`;

const meta: Meta<TicketStoryArgs> = {
  component: 'ticket-history',
  title: 'Elements/ticket-history, masks',
  render: (args) => inBox(args, element),
};
export default meta;

type Story = StoryObj<TicketStoryArgs>;
type Play = NonNullable<Story['play']>;

const history = (canvas: HTMLElement): ShadowRoot => canvas.querySelector<TicketHistory>('ticket-history')!.shadowRoot!;

async function click(root: ParentNode, selector: string): Promise<void> {
  await until(() => root.querySelector(selector) !== null, selector);
  root.querySelector<HTMLElement>(selector)?.click();
}

/** Presses the first mask, and in the dialog the main button. */
const reveal: Play = async ({ canvasElement }) => {
  const root = history(canvasElement);
  await click(root, '.mask.masked');
  await until(() => root.querySelector('mask-dialog')?.shadowRoot?.querySelector('[type=submit]') != null, 'dialog');
  await click(root.querySelector('mask-dialog')!.shadowRoot!, '[type=submit]');
  await until(() => root.querySelector('.revealed') !== null, 'original');
};

/** Presses a mask, for whoever may do nothing with it. */
const ask: Play = async ({ canvasElement }) => {
  const root = history(canvasElement);
  await click(root, '.mask.masked');
  await until(() => root.querySelector('mask-dialog')?.shadowRoot?.querySelector('dialog') != null, 'dialog');
};

/** Turns the first message into words and chooses some of them. */
const choose: Play = async ({ canvasElement }) => {
  const root = history(canvasElement);
  await click(root, '.choosing');
  await until(() => root.querySelector('[role=option]') !== null, 'words');
  const options = [...root.querySelectorAll<HTMLElement>('[role=option]')];
  options[3]?.click();
  options[5]?.click();
  root.querySelector<HTMLElement>('[role=listbox]')?.focus();
};

/** What looks like personal data has a dotted line. */
export const Found: Story = { args: { hub: maskingHub() } };
export const FoundDark: Story = { args: { hub: maskingHub('ja') }, parameters: { theme: 'dark' } };
export const Masked: Story = { args: { hub: maskedHub() } };
export const Purged: Story = { args: { hub: maskedHub({ masks: [{}, { state: 'purged' }] }) } };
export const Revealed: Story = { args: { hub: maskedHub() }, play: reveal };
export const RevealedDark: Story = { args: { hub: maskedHub() }, play: reveal, parameters: { theme: 'dark' } };
export const Words: Story = { args: { hub: maskedHub() }, play: choose };
export const WordsDark: Story = { args: { hub: maskedHub() }, play: choose, parameters: { theme: 'dark' } };
export const WordsNarrow: Story = { args: { hub: maskedHub(), width: 320 }, play: choose };
export const WordsJapanese: Story = { args: { hub: maskedHub({ language: 'ja' }) }, play: choose };
export const ShownAsText: Story = {
  args: { hub: maskedHub({ entry: { html: '', notes: ['shown_as_text'] } }) },
};
export const OnPaper: Story = {
  args: { hub: maskedHub({ entry: { styles: [{ node: 0, props: [['color', '#1a1a1a']] }] } }) },
  play: reveal,
  parameters: { theme: 'dark' },
};
export const WithoutPermission: Story = {
  args: { hub: maskedHub({ permissions: { mask: false, reveal: false, unmask: false, purge: false } }) },
  play: ask,
};
export const WithoutSecurityService: Story = {
  args: { hub: maskedHub({ capabilities: { security: false } }) },
  play: ask,
};
export const Dark: Story = { args: { hub: maskedHub() }, parameters: { theme: 'dark' } };
export const RightToLeft: Story = { args: { hub: maskedHub(), dir: 'rtl' } };
export const Narrow: Story = { args: { hub: maskedHub(), width: 320 } };
export const Japanese: Story = { args: { hub: maskedHub({ language: 'ja' }) }, play: reveal };
export const English: Story = { args: { hub: maskedHub({ language: 'en' }) }, play: reveal };

/** What the two databases hold of the first message, as rows. */
function stored(): TemplateResult {
  const rows = [
    ['entry.text', '… 연락처 *************, 계좌 한빛은행 ************** 입니다. …'],
    ['mask', 'mask-0 · start 26 · length 13 · phone · masked · agent2'],
    ['vault.sealed_mask', 'mask-0 · AES-256-GCM 8f3c61d0 9a77e2b4 … · key 1'],
    ['audit', 'masked · agent2 · 10.0.4.17 · mask-0 · T1763700000000AbC12'],
  ] as const;
  return html`<table lang="ko" .style=${'border-collapse: collapse; margin: 16px; font: 12px/1.6 monospace'}>
    ${rows.map(
      ([where, what]) =>
        html`<tr>
          <th scope="row" .style=${'text-align: start; padding: 2px 12px 2px 0; white-space: nowrap'}>${where}</th>
          <td>${what}</td>
        </tr>`,
    )}
  </table>`;
}

/** The screen, and beneath it what is stored: neither has the original. */
export const StoredBesideTheScreen: Story = {
  args: { hub: maskedHub() },
  render: (args) => html`${inBox(args, element)} ${stored()}`,
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { PageServer } from '../demo/server/page.js';
import '../src/all.js';
import './console.css';
import { pageServer } from './support/page-server.js';

/** What agents do with a console, on the real server and the real database, all in this page. */
const meta: Meta = {
  title: 'Flows',
  component: 'ticket-console',
  tags: ['!autodocs'],
  loaders: [async () => ({ server: await pageServer() })],
  render: (_, { loaded }) => {
    const { server } = loaded as { server: PageServer };
    const hub = document.createElement('desk-hub');
    for (const [name, value] of Object.entries({ 'api-base': location.origin, service: 'demo', lang: 'ko' })) {
      hub.setAttribute(name, value);
    }
    Object.assign(hub, {
      fetch: (input: RequestInfo | URL, init?: RequestInit) => server.fetch(input, init),
      getToken: () => server.token('demo', 'agent2'),
    });
    hub.append(document.createElement('ticket-console'));
    const page = document.createElement('div');
    page.className = 'console-page';
    page.append(hub);
    return html`${page}`;
  },
};

export default meta;

/** What can be seen below a node, through shadow roots. */
function visible<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) && element.checkVisibility() ? [element as T] : []),
    ...(element.shadowRoot ? visible<T>(element.shadowRoot, selector) : []),
  ]);
}

async function seen<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string, text = ''): Promise<T> {
  const find = () => visible<T>(root, selector).find((part) => part.textContent?.includes(text));
  await waitFor(() => expect(find(), `${selector} "${text}"`).toBeTruthy(), { timeout: 15_000 });
  return find() as T;
}

/** What has the keyboard, inside whatever shadow roots. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

function rowCount(root: ParentNode): number {
  return Number(visible(root, '[role=grid][aria-busy=false]')[0]?.getAttribute('aria-rowcount') ?? 0) - 1;
}

/** Somebody of one group takes a ticket that nobody has and answers it. */
export const ClaimAndAnswer: StoryObj = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await seen(canvasElement, '[data-key=unassigned]'));
    const claim = await seen(canvasElement, 'button.claim');
    const row = claim.closest<HTMLElement>('[role=row]');
    await userEvent.click(row?.querySelector('[id^=subject-]') as HTMLElement);
    await userEvent.click(await seen(canvasElement, '[data-action=claim]'));
    await seen(canvasElement, '[data-action=forward]');
    await userEvent.click(await seen(canvasElement, '[part=editor]'));
    // The field with formats takes the place of the plain one once it is needed.
    const field = await seen(canvasElement, '.ProseMirror');
    await waitFor(() => expect(field).toBe(focused()));
    document.execCommand('insertText', false, '확인하고 다시 보내 드렸습니다.');
    await expect(field).toHaveTextContent('확인하고 다시 보내 드렸습니다.');
    await userEvent.click(await seen(canvasElement, '[part=process]', '처리하기'));
    await waitFor(() => expect(field).toHaveTextContent(/^$/), { timeout: 15_000 });
    await seen(canvasElement, '.message-body', '확인하고 다시 보내 드렸습니다.');
  },
};

/** A figure of the board opens a list of exactly as many tickets as it says. */
export const FigureOpensItsList: StoryObj = {
  play: async ({ canvasElement }) => {
    const figure = await seen(canvasElement, "[data-figure='all.processing']:enabled");
    const number = Number(figure.querySelector('[part=value]')?.textContent?.replaceAll(',', ''));
    await expect(number).toBeGreaterThan(0);
    await userEvent.click(figure);
    await waitFor(() => expect(rowCount(canvasElement)).toBe(number), { timeout: 15_000 });
  },
};

/** A search is kept as a view of the agent's own, and some of what it found is processed together. */
export const SearchSaveAndProcess: StoryObj = {
  play: async ({ canvasElement }) => {
    const name = `환불 ${Date.now()}`;
    await userEvent.click(await seen(canvasElement, 'button.search'));
    await userEvent.type(await seen<HTMLInputElement>(canvasElement, '[role=search] input'), '환불{Enter}');
    await waitFor(() => expect(rowCount(canvasElement)).toBeGreaterThan(0), { timeout: 15_000 });
    await userEvent.click(await seen(canvasElement, '[part=save]'));
    await userEvent.type(await seen<HTMLInputElement>(canvasElement, '[part=dialog] input'), `${name}{Enter}`);
    await seen(canvasElement, '.own > [aria-current]', name);
    await userEvent.click(await seen(canvasElement, '[role=grid][aria-busy=false] [role=row][aria-rowindex="2"] .box'));
    await userEvent.click(await seen(canvasElement, 'button.bulk', '1'));
    await seen(canvasElement, '[part=dialog] h2');
  },
};

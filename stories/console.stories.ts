import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { PageServer } from '../demo/server/page.js';
import '../src/all.js';
import './console.css';
import { pageServer } from './support/page-server.js';

interface Args {
  agent: string;
  service: string;
  lang: string;
  width: string;
}

/** The assembled console on the real server and the real database, both in this page. */
const meta: Meta<Args> = {
  title: 'Console',
  component: 'ticket-console',
  tags: ['!autodocs'],
  args: { agent: 'agent1', service: 'demo', lang: 'ko', width: '100%' },
  argTypes: {
    agent: { control: 'select', options: ['admin1', 'agent1', 'agent2', 'agent3'] },
    lang: { control: 'select', options: ['ko', 'ja', 'en'] },
    width: { control: 'select', options: ['100%', '1024px', '640px', '320px'] },
  },
  loaders: [async () => ({ server: await pageServer() })],
  render: ({ agent, service, lang, width }, { loaded, parameters }) => {
    const { server } = loaded as { server: PageServer };
    const page = document.createElement('div');
    page.className = 'console-page';
    page.style.setProperty('inline-size', width);
    page.append(hub(server, { agent, service, lang, theme: parameters['theme'] === 'dark' ? 'dark' : 'light' }));
    return html`${page}`;
  },
  play: async ({ canvasElement }) => {
    const rows = () => rowsOf(canvasElement);
    await waitFor(() => expect(rows().length).toBeGreaterThan(3), { timeout: 20_000 });
  },
};

export default meta;

function hub(server: PageServer, { agent, service, lang, theme }: Omit<Args, 'width'> & { theme: string }): Element {
  const element = document.createElement('desk-hub');
  for (const [name, value] of Object.entries({ 'api-base': location.origin, service, lang, theme })) {
    element.setAttribute(name, value);
  }
  Object.assign(element, {
    fetch: (input: RequestInfo | URL, init?: RequestInit) => server.fetch(input, init),
    getToken: () => server.token(service, agent),
  });
  element.append(document.createElement('ticket-console'));
  return element;
}

/** Rows of the list, through the shadow roots between. */
function rowsOf(root: Element): Element[] {
  const list = root.querySelector('ticket-console')?.shadowRoot?.querySelector('ticket-list');
  return [...(list?.shadowRoot?.querySelectorAll('[role=row][aria-rowindex]') ?? [])];
}

type Story = StoryObj<Args>;

export const Korean: Story = {};
export const Japanese: Story = { args: { lang: 'ja' } };
export const English: Story = { args: { lang: 'en' } };
export const Dark: Story = { parameters: { theme: 'dark' } };
export const Administrator: Story = { args: { agent: 'admin1' } };
export const Medium: Story = { args: { width: '1024px' } };
export const Narrow: Story = { args: { width: '640px' } };
export const Phone: Story = { args: { width: '320px' } };

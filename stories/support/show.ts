import type { LitElement } from 'lit';
import type { Language } from '../../src/domain/types.js';
import type { FakeHub, FakeHubElement } from '../../test/support/fake-hub.js';
import { until } from '../../test/support/until.js';
import { sampleHub } from './samples.js';

export interface Showing {
  readonly language?: Language;
  readonly width?: string;
  readonly height?: string;
  readonly rightToLeft?: boolean;
  /** Brings the hub into the state that the story is about. */
  readonly set?: (hub: FakeHub) => void;
  /** What an agent did before, such as opening a dialog. */
  readonly then?: (element: HTMLElement, hub: FakeHub) => unknown;
  readonly hub?: (language: Language) => FakeHub;
}

/** What stories do after they are rendered. */
const underWay: Promise<unknown>[] = [];

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Waits until the story has done all that it does, and shows it: an audit before would look at something else. */
export async function settled(): Promise<void> {
  if (underWay.length === 0) return;
  await Promise.all(underWay.splice(0));
  await nextFrame();
  await nextFrame();
}

/** Clicks what may not be there yet. */
export async function press(element: HTMLElement, selector: string): Promise<void> {
  const find = () => element.shadowRoot?.querySelector<HTMLElement>(selector);
  await until(() => find() != null, selector);
  find()?.click();
  await (element as LitElement).updateComplete;
}

/** One element in a hub of its own, whose stores the story sets. */
export function show(tag: string, attributes: Readonly<Record<string, unknown>>, showing: Showing = {}): HTMLElement {
  const { language = 'ko', width = '', height = '', rightToLeft = false } = showing;
  const hub = (showing.hub ?? sampleHub)(language);
  showing.set?.(hub);
  const box = document.createElement('fake-hub') as FakeHubElement;
  box.style.cssText = `display: block; inline-size: ${width || 'auto'}; block-size: ${height || 'auto'}`;
  box.dir = rightToLeft ? 'rtl' : 'ltr';
  box.hub = hub;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    // Storybook also hands over a listener for every event that the manifest names.
    if (value === undefined || value === false || typeof value === 'function') continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }
  box.append(element);
  if (showing.then) underWay.push(nextFrame().then(() => showing.then?.(element, hub)));
  return box;
}

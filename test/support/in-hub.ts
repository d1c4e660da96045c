import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { FakeHub, FakeHubElement } from './fake-hub.js';

/** Puts one element, already defined, into a hub. */
export async function inHub<T extends LitElement>(hub: FakeHub, markup: string): Promise<T> {
  const box = await fixture<FakeHubElement>(staticHtml`<fake-hub .hub=${hub}>${unsafeStatic(markup)}</fake-hub>`);
  const element = box.firstElementChild as T;
  await element.updateComplete;
  return element;
}

/** What a reader sees and a screen reader says of an element, in one line. */
export function textOf(element: Element): string {
  return (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The parts of an element that match, in order. */
export function all<T extends HTMLElement>(element: Element, selector: string): T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}

/** The one part that matches. */
export function one<T extends HTMLElement>(element: Element, selector: string): T {
  const found = all<T>(element, selector);
  expect(found, selector).to.have.lengthOf(1);
  return found[0] as T;
}

/** What a screen reader calls a part: its label, else its text without what is hidden from it. */
export function nameOf(part: Element): string {
  const copy = part.cloneNode(true) as Element;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return (part.getAttribute('aria-label') ?? copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button or other part with this accessible name. */
export function named<T extends HTMLElement>(element: Element, name: string): T {
  const parts = all<T>(element, 'button, select, [role], label');
  const found = parts.find((part) => nameOf(part) === name);
  if (!found) throw new Error(`no part is named "${name}", but: ${parts.map(nameOf).join(' | ')}`);
  return found;
}

/** The innermost focused part of an element, by its name. */
export function focusedName(element: Element): string {
  const active = element.shadowRoot?.activeElement;
  return active ? nameOf(active) : '';
}

/** Counts how often an element is rendered from now on. */
export function rendersOf(element: LitElement): () => number {
  let count = 0;
  element.addController({ hostUpdated: () => void count++ });
  return () => count;
}

/** Checks shared by all elements: moves, twenty mounts, nothing on the console, nothing left listening. */
export async function survivesMoves(tag: string, hub: FakeHub, other: FakeHub): Promise<void> {
  const said: unknown[] = [];
  const { warn, error } = console;
  // eslint-disable-next-line no-console -- what an element says is what is asked
  console.warn = console.error = (...words: unknown[]) => void said.push(words);
  try {
    const boxes = await fixture<HTMLElement>(
      html`<div><fake-hub .hub=${hub}></fake-hub><fake-hub .hub=${other}></fake-hub></div>`,
    );
    const [first, second] = [...boxes.children] as [HTMLElement, HTMLElement];
    const element = document.createElement(tag) as LitElement;
    first.append(element);
    await element.updateComplete;
    const before = textOf(element);
    second.append(element);
    await element.updateComplete;
    expect(textOf(element)).not.to.equal(before);
    for (let i = 0; i < 20; i++) {
      element.remove();
      first.append(element);
      await element.updateComplete;
    }
    expect(textOf(element)).to.equal(before);
    element.remove();
    expect(listeners(hub), 'listeners left').to.equal(0);
    expect(said).to.deep.equal([]);
  } finally {
    Object.assign(console, { warn, error });
  }
}

function listeners(hub: FakeHub): number {
  const topics = [hub.session, hub.text, hub.tickets, hub.selection, hub.board, hub.work];
  return topics.flatMap((topic) => Object.values(topic)).reduce((sum, store) => sum + store.lc, 0);
}

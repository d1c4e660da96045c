import { sendKeys } from '@web/test-runner-commands';
import type { ReplyComposer } from '../../../src/elements/reply-composer/reply-composer.js';

/** Waits until something is there; what the whole server does in this page takes longer than a scripted answer. */
export async function seen<T>(find: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = Date.now() + 20_000;
  // Who looks too often keeps the server waiting, which works in the same thread.
  for (let pause = 10; ; pause = Math.min(pause * 1.3, 100)) {
    const found = await find();
    if (found !== undefined && found !== null && found !== false) return found as NonNullable<T>;
    if (Date.now() > end) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Everything below a node that matches and can be seen, through shadow roots. */
export function visible<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T[] {
  const found: HTMLElement[] = [];
  const walk = (inside: ParentNode): void => {
    for (const element of inside.querySelectorAll<HTMLElement>('*')) {
      if (element.matches(selector) && element.checkVisibility()) found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(root);
  return found as T[];
}

/** The text that a reader sees in an element, in one line. */
export function textOf(root: { readonly textContent: string | null }): string {
  return (root.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function nameOf(part: HTMLElement): string {
  const label = part.getAttribute('aria-label');
  if (label) return label;
  const copy = part.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  return textOf(copy);
}

/** A button that can be pressed now. */
export function button(root: ParentNode, name: string | RegExp): HTMLElement | undefined {
  return visible<HTMLButtonElement>(root, 'button').find((part) => {
    const isRight = typeof name === 'string' ? nameOf(part) === name : name.test(nameOf(part));
    return isRight && !part.disabled && part.getAttribute('aria-disabled') !== 'true';
  });
}

/** Presses a button as soon as it can be pressed. */
export async function press(root: ParentNode, name: string | RegExp): Promise<void> {
  (await seen(() => button(root, name), `the button "${String(name)}"`)).click();
}

/** Rows of the list whose tickets are there. */
export function rowsOf(hub: ParentNode): HTMLElement[] {
  return visible(hub, '[role=row]:not([aria-busy=true])').filter((row) => row.querySelector('[role=gridcell]'));
}

export function rowWith(hub: ParentNode, text: string): HTMLElement | undefined {
  return rowsOf(hub).find((row) => textOf(row).includes(text));
}

/** How many tickets the list has, or undefined while it is on its way. */
export function totalOf(hub: ParentNode): number | undefined {
  const grid = visible(hub, '[role=grid]')[0];
  if (!grid || grid.getAttribute('aria-busy') === 'true') return undefined;
  return Number(grid.getAttribute('aria-rowcount')) - 1;
}

export function figure(hub: ParentNode, name: string): HTMLButtonElement | undefined {
  return visible<HTMLButtonElement>(hub, `[data-figure='${name}']:enabled`)[0];
}

/** The number that a figure of the board shows. */
export function figureOf(hub: ParentNode, name: string): number | undefined {
  return numberIn(figure(hub, name)?.querySelector('[part=value]'));
}

/** The number that the menu shows beside a view. */
export function countOf(hub: ParentNode, view: string): number | undefined {
  return numberIn(visible(hub, `[data-key='${view}']`)[0]?.querySelector('[part=count] > .exact'));
}

function numberIn(part: Element | null | undefined): number | undefined {
  const digits = part && textOf(part).replaceAll(/[^\d]/g, '');
  return digits ? Number(digits) : undefined;
}

/** Chooses a view and waits until the list is as long as the menu says. */
export async function openView(hub: ParentNode, view: string): Promise<void> {
  (await seen(() => visible(hub, `[data-key='${view}']`)[0], `the view ${view}`)).click();
  const isWhole = () => totalOf(hub) !== undefined && totalOf(hub) === countOf(hub, view);
  await seen(() => isCurrent(hub, view) && isWhole(), `the list of ${view}`);
}

function isCurrent(hub: ParentNode, view: string): boolean {
  return visible(hub, `[data-key='${view}'][aria-current]`).length > 0;
}

/** Opens the ticket of a row and waits until its details are there. */
export async function openTicket(hub: ParentNode, text: string): Promise<void> {
  (await seen(() => rowWith(hub, text), `the row "${text}"`)).click();
  await seen(() => visible(hub, 'ticket-info').some((info) => info.shadowRoot && says(info, text)), `"${text}"`);
}

/** Whether an element, or one inside it, shows a text. */
export function says(root: Element | ParentNode, text: string): boolean {
  const roots = root instanceof Element && root.shadowRoot ? [root, root.shadowRoot] : [root];
  // Parts are looked at one by one only where the text stands at all, seen or not.
  return roots.some((one) => holds(one, text) && visible(one, '*').some((part) => textOf(part).includes(text)));
}

/** Whether a text stands in a node or in a shadow root inside it. */
function holds(root: ParentNode & { textContent?: string | null }, text: string): boolean {
  const { textContent = null } = root;
  // A document says nothing of its text.
  if (textContent === null || textOf({ textContent }).includes(text)) return true;
  return [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && holds(shadowRoot, text));
}

/** What is inside an element of the kit that can be seen. */
export function inside(hub: ParentNode, tag: string): ShadowRoot | undefined {
  return visible(hub, tag)[0]?.shadowRoot ?? undefined;
}

/** Where the reply is written: a plain field, or one with formats. */
export function editorOf(hub: ParentNode): HTMLElement | undefined {
  const composer = inside(hub, 'reply-composer');
  return composer && visible(composer, 'textarea:not([readonly]), [contenteditable=true]')[0];
}

/** What stands in the reply. */
export function answerIn(hub: ParentNode): string | undefined {
  return visible<ReplyComposer>(hub, 'reply-composer')[0]?.value;
}

/** Types into the reply, after what is there. */
export async function write(hub: ParentNode, text: string): Promise<void> {
  (await seen(() => editorOf(hub), 'the editor')).focus();
  await sendKeys({ type: text });
}

/** Chooses an option of a select. */
export function choose(select: HTMLSelectElement, value: string): void {
  select.value = value;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Messages of the open ticket that show a text. */
export function messagesWith(hub: ParentNode, text: string): HTMLElement[] {
  return visible(hub, 'article').filter((article) => says(article, text) || textOf(article).includes(text));
}

/** The dialog that is open. */
export function dialogOf(hub: ParentNode): HTMLElement | undefined {
  return visible(hub, 'dialog[open]')[0];
}

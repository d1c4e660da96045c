import { html, nothing, type TemplateResult } from 'lit';
import type { InfoItem } from '../../domain/customer-info.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { icon } from '../icons.js';
import { isWebAddress } from '../web-address.js';

type Words = MoreTexts['infoSearch'];

/** What the link said, read-only: a label and a value each, with what can be done with a value. */
export function renderItems(
  items: readonly InfoItem[],
  words: Words,
  tools: (item: InfoItem) => TemplateResult,
): TemplateResult {
  if (items.length === 0) return html`<p class="quiet">${words.noItems}</p>`;
  return html`${partsOf(items).map(
    ({ heading, items: part }) =>
      html`${heading === null ? nothing : html`<h4 class="heading">${heading}</h4>`}
        <dl class="items">${part.map((item) => renderItem(item, words, tools))}</dl>`,
  )}`;
}

interface Part {
  readonly heading: string | null;
  readonly items: InfoItem[];
}

/** What stands below each heading, and before the first. */
function partsOf(items: readonly InfoItem[]): readonly Part[] {
  const parts: Part[] = [{ heading: null, items: [] }];
  for (const item of items) {
    if (item.shape === 'divider') parts.push({ heading: item.label, items: [] });
    else parts.at(-1)?.items.push(item);
  }
  return parts.filter((part) => part.items.length > 0);
}

function renderItem(item: InfoItem, words: Words, tools: (item: InfoItem) => TemplateResult): TemplateResult {
  const { label, value, fact, shape } = item;
  // What a ticket's customer can have is taken over from here, whatever it looks like.
  const hasTools = value !== '' && (shape === undefined || shape === 'copy' || fact !== null);
  return html`<div class="item">
    <dt>${label}</dt>
    <dd>
      <span class="value" dir="auto">${value ? renderValue(item) : words.empty}</span>
      <span class="tools">${hasTools ? tools(item) : nothing}</span>
    </dd>
  </div>`;
}

/** What is no address of the web is words, whatever it was said to be. */
function renderValue({ value, shape }: InfoItem): TemplateResult | string {
  if (shape === 'badge') return html`<span class="badge">${value}</span>`;
  if (shape !== 'link' || !isWebAddress(value)) return value;
  return html`<a href=${value} target="_blank" rel="noopener noreferrer">${value}</a>`;
}

export function renderCopy(item: InfoItem, words: Words, copy: (item: InfoItem) => void): TemplateResult {
  const name = words.copy({ name: item.label });
  return html`<button class="button quiet" type="button" aria-label=${name} title=${name} @click=${() => copy(item)}>
    ${icon('copy')}
  </button>`;
}

/** Puts a value on the clipboard, and tells in words how that went. */
export async function copyValue({ label, value }: InfoItem, words: Words): Promise<string> {
  try {
    await navigator.clipboard.writeText(value);
    return words.copied({ name: label });
  } catch {
    // Pages without https, or with a policy of their own, have no clipboard for us.
    return words.notCopied;
  }
}

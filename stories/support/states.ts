import type { StoryObj } from '@storybook/web-components-vite';
import type { LitElement } from 'lit';
import type { WritableAtom } from 'nanostores';
import { expect, waitFor } from 'storybook/test';
import { DeskError } from '../../src/base/desk-error.js';
import type { Load } from '../../src/base/hub-context.js';
import { sentences } from '../../src/base/sentences.js';
import type { Language } from '../../src/domain/types.js';
import { RetryRequest } from '../../src/events/requests.js';
import type { Texts } from '../../src/strings/ko.js';
import type { MoreTexts } from '../../src/strings/more/ko.js';
import { moreTextsIn, textsIn, type FakeHub, type FakeHubElement } from '../../test/support/fake-hub.js';
import { ready } from './samples.js';
import { show } from './show.js';

const kinds = ['empty', 'loading', 'failed', 'denied'] as const;
const languages = ['ko', 'ja', 'en'] as const;
type Kind = (typeof kinds)[number];

/** What a panel is told by while its contents are not there. */
export interface Panel {
  readonly hub: (kind: Kind, language: Language) => FakeHub;
  /** The sentences that are meant for a state; a screen reader hears the first by itself, unless nothing went on. */
  readonly says: (kind: Kind, texts: Texts, more: MoreTexts) => readonly string[];
  /** How often the hub was asked for the contents. */
  readonly asked: (hub: FakeHub) => number;
  /** What the button for another try is called; as everywhere, unless it is told. */
  readonly again?: (more: MoreTexts) => string;
  /** Another try is offered although it is denied: not to the agent, but to a link that somebody else sets right. */
  readonly isLinkDenied?: boolean;
}

type Words = (more: MoreTexts) => { readonly empty: string; readonly failed: string; readonly denied: string };

function sayAsUsual(words: Words): Panel['says'] {
  return (kind, { common, errors }, more) => {
    const { empty, failed, denied } = words(more);
    return [{ empty, loading: common.loading, failed: sentences(failed, errors.offline), denied }[kind]];
  };
}

const errorOf = (kind: Kind): DeskError => new DeskError(kind === 'denied' ? 'denied' : 'offline', '');

/** A panel of one store of its hub, which asks the hub to fill it again. */
export function ofStore<T>(
  hubOf: (language: Language) => FakeHub,
  store: (hub: FakeHub) => WritableAtom<Load<T>>,
  empty: (language: Language) => T,
  words: Words,
): Panel {
  return {
    hub: (kind, language) => {
      const hub = hubOf(language);
      const load = { empty: ready(empty(language)), loading: { status: 'loading' } as const }[
        kind as 'empty' | 'loading'
      ];
      store(hub).set(load ?? { status: 'failed', error: errorOf(kind) });
      return hub;
    },
    says: sayAsUsual(words),
    asked: (hub) => hub.asked(RetryRequest).length,
  };
}

/** A panel that calls its hub by itself. */
export function ofCall<T>(
  hubOf: (language: Language, answer: () => Promise<T>) => FakeHub,
  empty: (language: Language) => T,
  words: Words,
): Panel {
  const calls = new WeakMap<FakeHub, number>();
  return {
    hub: (kind, language) => {
      const hub = hubOf(language, () => {
        calls.set(hub, (calls.get(hub) ?? 0) + 1);
        if (kind === 'empty') return Promise.resolve(empty(language));
        return kind === 'loading' ? new Promise(() => undefined) : Promise.reject(errorOf(kind));
      });
      return hub;
    },
    says: sayAsUsual(words),
    asked: (hub) => calls.get(hub) ?? 0,
  };
}

/** A panel while it has nothing, while it waits, when it failed and when the agent may not see it, in every language. */
export function states(tag: string, panel: Panel): StoryObj {
  return {
    // The same panel stands here twelve times, on purpose.
    parameters: { a11y: { config: { rules: [{ id: 'landmark-unique', enabled: false }] } } },
    render: (args) => {
      const grid = document.createElement('div');
      grid.style.cssText =
        'display: grid; grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr)); gap: 16px; padding: 16px';
      for (const kind of kinds) {
        for (const language of languages) {
          const element = show(tag, args, { language, hub: () => panel.hub(kind, language) });
          grid.append(cell(`${kind}-${language}`, element));
        }
      }
      return grid;
    },
    play: async ({ canvasElement }) => {
      for (const kind of kinds) {
        for (const language of languages) {
          const box = canvasElement.querySelector(`[data-state=${kind}-${language}] > fake-hub`) as FakeHubElement;
          await examine(box, panel, kind, language);
        }
      }
    },
  };
}

function cell(name: string, box: HTMLElement): HTMLElement {
  const place = document.createElement('div');
  place.dataset['state'] = name;
  place.style.cssText = 'display: flex; flex-direction: column; min-inline-size: 0';
  const heading = document.createElement('h2');
  heading.textContent = name.replace('-', ', ');
  heading.style.cssText = 'margin: 0 0 4px; color: CanvasText; font: 600 12px/1.5 var(--desk-font)';
  // A panel fills its place, as in the rail.
  box.style.cssText = 'display: grid; grid-template-columns: minmax(0, 1fr); flex: 1; min-block-size: 160px';
  place.append(heading, box);
  return place;
}

/** Three words of Latin letters in a row are a sentence, or a part of one. */
const english = /\b[a-z']{2,}(?: [a-z']{2,}){2,}/i;
/** What is left of a text that nobody filled in. */
const unfilled = /\{\w+\}|undefined|\[object/;

async function examine({ firstElementChild, hub }: FakeHubElement, panel: Panel, kind: Kind, language: Language) {
  const { renderRoot } = firstElementChild as LitElement;
  const [texts, more] = [textsIn(language), moreTextsIn(language)];
  const says = panel.says(kind, texts, more);
  await waitFor(async () => {
    for (const sentence of says) await expect(textOf(renderRoot)).toContain(sentence);
  });
  const read = textOf(renderRoot);
  await expect(read).not.toMatch(unfilled);
  if (language === 'ko') await expect(read).not.toMatch(english);
  // What is under way is told by itself, or by a part that says it is busy.
  if (kind === 'empty' || (kind === 'loading' && renderRoot.querySelector('[aria-busy=true]'))) return;
  const heard = [...renderRoot.querySelectorAll('[role=status], [role=alert]')].map(textOf);
  await expect(heard.join()).toContain(says[0]);
  const name = panel.again?.(more) ?? texts.common.retry;
  const again = [...renderRoot.querySelectorAll('button')].find((button) => textOf(button).trim() === name);
  if (kind === 'denied' && !panel.isLinkDenied) await expect(again).toBeUndefined();
  if (kind !== 'failed' || !hub) return;
  const before = panel.asked(hub);
  again?.click();
  await waitFor(() => expect(panel.asked(hub)).toBe(before + 1));
}

/** What is read in a part of an element, also by who does not see it. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && (node.ariaHidden === 'true' || node.localName === 'style')) return '';
  return [...node.childNodes].map(textOf).join('').replace(/\s+/g, ' ');
}

import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { isInLayer } from '../../base/commands.js';
import { isComposing } from '../../base/composing.js';
import { icon } from '../../base/icons.js';
import { latePart } from '../../base/late-part.js';
import { sideTools, type SideTool } from '../../domain/side-tools.js';
import type { Texts } from '../../strings/ko.js';
import type { MoreTexts } from '../../strings/more/ko.js';
import { isBrought, panels, type Tool } from './tool-panels.js';

/** What is shown, and what its buttons do. */
export interface PanelView {
  readonly texts: Texts;
  readonly words: MoreTexts['sideTools'];
  readonly open: Tool | undefined;
  onMenu(event: MouseEvent, tool: Tool): void;
  close(): void;
}

/** The place of the panel that is open. What the kit shows there is loaded when it is first opened. */
export class PanelPlace {
  readonly #loads = new Map<SideTool, 'loading' | 'here' | 'failed'>();
  /** Panels that stay although another is looked at. */
  readonly #visited = new Set<SideTool>();

  constructor(private readonly host: LitElement) {}

  /** Loads what is open and not here. */
  follow(open: Tool | undefined): void {
    const kind = open?.kind;
    if (!kind) return;
    if (panels[kind]?.isKept) this.#visited.add(kind);
    if (!isBrought(this.host, kind) && !this.#loads.has(kind)) void this.#load(kind);
  }

  /** Another agent took over: nothing that was typed stays. */
  clear(): void {
    this.#visited.clear();
  }

  render(view: PanelView): TemplateResult {
    const { open } = view;
    const kept = [...this.#visited].filter((kind) => kind !== open?.kind);
    // No landmark: what stands in it is one, by the same name.
    return html`<div
      class="panel"
      part="panel"
      id="panel"
      role="group"
      aria-labelledby="title"
      ?hidden=${!open}
      @keydown=${(event: KeyboardEvent) => onKeydown(event, view)}
    >
      <div class="head">
        <h2 class="title" id="title">${open?.name}</h2>
        ${open ? this.#renderButtons(open, view) : nothing}
      </div>
      ${repeat(
        [...kept, ...(open ? [open.id] : [])],
        (id) => id,
        (id) => html`<div class="content" ?hidden=${id !== open?.id}>${this.#renderContent(id, view)}</div>`,
      )}
    </div>`;
  }

  #renderButtons(open: Tool, { words, onMenu, close }: PanelView): TemplateResult {
    const [order, shut] = [words.order(open), words.close(open)];
    return html`${
        open.kind
          ? html`<button
              class="button quiet"
              type="button"
              aria-label=${order}
              aria-haspopup="menu"
              title=${order}
              @click=${(event: MouseEvent) => onMenu(event, open)}
            >
              ${icon('more')}
            </button>`
          : nothing
      }
      <button class="button quiet" type="button" aria-label=${shut} title="${shut} (Esc)" @click=${close}>
        ${icon('close')}
      </button>`;
  }

  /** A panel of the page, else ours, else how far its loading is. */
  #renderContent(id: string, { texts, words }: PanelView): TemplateResult {
    const kind = sideTools.find((one) => one === id);
    if (!kind || isBrought(this.host, kind)) return html`<slot name=${id}></slot>`;
    const panel = panels[kind];
    const load = this.#loads.get(kind);
    if (panel && load === 'here') return panel.render();
    if (load !== 'failed') {
      return html`<p class="quiet-words" role="status">${words.loading({ name: words[kind] })}</p>`;
    }
    return html`<div class="quiet-words" role="alert">
      ${words.failed}
      <div>
        <button class="button" type="button" @click=${() => this.#load(kind)}>${texts.common.retry}</button>
      </div>
    </div>`;
  }

  async #load(kind: SideTool): Promise<void> {
    // What is not known is shown as loading, so that only another try has to be drawn.
    if (this.#loads.has(kind)) this.#become(kind, 'loading');
    else this.#loads.set(kind, 'loading');
    // Nobody else has to say so: the panel does.
    const part = await latePart(this.host, async () => (await panels[kind]?.load(), true), false);
    this.#become(kind, part ? 'here' : 'failed');
  }

  #become(kind: SideTool, load: 'loading' | 'here' | 'failed'): void {
    this.#loads.set(kind, load);
    this.host.requestUpdate();
  }
}

/** Escape belongs to a layer of the panel first. */
function onKeydown(event: KeyboardEvent, { close }: PanelView): void {
  if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
  if (isInLayer(event.composedPath())) return;
  event.preventDefault();
  event.stopPropagation();
  close();
}

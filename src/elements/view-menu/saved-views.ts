import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../base/signs.js';
import type { SavedView } from '../../domain/preferences.js';
import type { Texts } from '../../strings/ko.js';
import { savedKey } from './menu-items.js';
import type { SavedViewActions } from './saved-view-actions.js';

/** What the lines of saved views need of the menu around them. */
export interface SavedViewsHost {
  readonly texts: Texts;
  /** Undefined until somebody reaches for a saved view: most of the day they are only looked at. */
  readonly actions: SavedViewActions | undefined;
  /** Key of the line that Tab reaches. */
  readonly reached: string | undefined;
  readonly currentId: string | null;
  renderCount(view: SavedView): TemplateResult;
  open(view: SavedView): void;
  openMenu(view: SavedView): void;
  focus(key: string): void;
  /** Somebody reached for a saved view. */
  prepare(): void;
}

/** The agent's own views, each with a menu of its own; where one was deleted, the way back stands in its place. */
export function renderSavedViews(views: readonly SavedView[], host: SavedViewsHost): TemplateResult | typeof nothing {
  const { actions } = host;
  const shown = actions?.arrange(views) ?? views;
  if (shown.length === 0 && !actions?.removed) return nothing;
  const lines = shown.map((view) => ({ key: savedKey(view), view: view as SavedView | undefined }));
  if (actions?.removed)
    lines.splice(Math.min(actions.removed.place, lines.length), 0, { key: 'removed', view: undefined });
  return html`<ul
    class="saved"
    aria-label=${host.texts.viewMenu.saved}
    @pointerenter=${host.prepare}
    @focusin=${host.prepare}
    @pointerdown=${actions?.drag.onDown ?? nothing}
    @pointermove=${actions?.drag.onMove ?? nothing}
    @pointerup=${actions?.drag.onUp ?? nothing}
    @lostpointercapture=${actions?.drag.onLost ?? nothing}
  >
    ${repeat(
      lines,
      ({ key }) => key,
      ({ view }) => (view ? renderSaved(view, host) : (actions?.renderRemoved() ?? nothing)),
    )}
  </ul>`;
}

function renderSaved(view: SavedView, host: SavedViewsHost): TemplateResult {
  const { texts, actions } = host;
  const key = savedKey(view);
  const isCurrent = view.id === host.currentId;
  const label = texts.viewMenu.actions({ name: view.name });
  const onContextMenu = (event: Event): void => {
    event.preventDefault();
    host.openMenu(view);
  };
  return html`<li class="own ${actions?.drag.draggedId === view.id ? 'dragged' : ''}" data-id=${view.id}>
    <button
      class="item"
      part="item"
      type="button"
      data-key=${key}
      tabindex=${key === host.reached ? 0 : -1}
      aria-current=${isCurrent ? 'page' : nothing}
      title=${isCurrent ? `${view.name} – ${texts.viewMenu.reload}` : view.name}
      @click=${() => host.open(view)}
      @focus=${() => host.focus(key)}
      @contextmenu=${onContextMenu}
    >
      <span class="badge" aria-hidden="true">${[...view.name][0]}</span>
      <span class="label">${view.name}</span>
      ${host.renderCount(view)}
    </button>
    <button
      class="more"
      type="button"
      tabindex="-1"
      data-key=${key}
      popovertarget=${`menu-${view.id}`}
      aria-haspopup="menu"
      aria-label=${label}
      title=${label}
      @click=${() => actions || host.openMenu(view)}
    >
      ${icon('more')}
    </button>
    ${actions?.renderMenu(view, label) ?? nothing}
  </li>`;
}

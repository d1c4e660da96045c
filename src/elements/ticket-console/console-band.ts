import { html, nothing, type TemplateResult } from 'lit';
import type { Connection } from '../../base/hub-context.js';
import { icon } from '../../base/icons.js';
import type { JobShowNotice } from '../../events/job-show.js';
import type { Texts } from '../../strings/ko.js';
import type { ConsoleChannels } from './console-channels.js';

/** Connections that an agent has to know of. */
export const troubles = { stale: 'stale', offline: 'offline', 'signed-out': 'signedOut' } as const;

type Trouble = keyof typeof troubles;

export function isTrouble(connection: Connection | undefined): connection is Trouble {
  return connection !== undefined && connection in troubles;
}

/**
 * What is wrong with the connection, or what could not be loaded for it. Over the end of the band, so that nothing moves when
 * it comes and goes; in a narrow place its short form.
 */
export function renderConnection(
  connection: Connection | undefined,
  isBack: boolean,
  unloaded: string | null,
  texts: Texts['ticketConsole'],
): TemplateResult {
  const name = isTrouble(connection) ? troubles[connection] : undefined;
  const title = name ? texts[name] : (unloaded ?? nothing);
  // One element for all states: a screen reader tells only what changes in one that it knows.
  return html`<div class="connection ${name ? connection : unloaded ? 'offline' : 'fine'}" role="status" title=${title}>
    ${
      name
        ? html`${icon('warning')}<span class="long">${texts[name]}</span>
            <span class="short" aria-hidden="true">${texts[`${name}Short`]}</span>`
        : nothing
    }
    ${
      !name && unloaded
        ? html`${icon('warning')}<span class="long">${unloaded}</span>
            <span class="short" aria-hidden="true">${texts.offlineShort}</span>`
        : nothing
    }
    ${!name && isBack ? html`<span class="visually-hidden">${texts.live}</span>` : nothing}
  </div>`;
}

/** What the band above list and ticket needs of the console. */
export interface BandHost {
  readonly texts: Texts['ticketConsole'];
  readonly channels: ConsoleChannels;
  /** One column: figures open on demand. */
  readonly isSingle: boolean;
  readonly isBoardOpen: boolean;
  toggleBoard(): void;
  showJob(jobId: string): void;
}

/** Figures, then what is done with the list beside what all agents are told, then the search. */
export function renderBand({ texts, channels, isSingle, isBoardOpen, toggleBoard, showJob }: BandHost): TemplateResult {
  // Caught on its way down, because a line tells of itself alone.
  const onJob = { capture: true, handleEvent: ({ jobId }: JobShowNotice): void => showJob(jobId) };
  return html`<div class="band">
    ${
      isSingle
        ? html`<button
            class="button quiet board-fold"
            type="button"
            aria-expanded=${isBoardOpen ? 'true' : 'false'}
            aria-controls="board"
            @click=${toggleBoard}
          >
            ${texts.board} ${icon(isBoardOpen ? 'chevronUp' : 'chevronDown')}
          </button>`
        : nothing
    }
    <div class="figures">
      <div class="board" id="board" ?hidden=${isSingle && !isBoardOpen}>
        <slot name="board"><mini-board orientation="horizontal"></mini-board></slot>
      </div>
      ${channels.render(isSingle && !isBoardOpen)}
    </div>
    <slot name="calls"><call-notice></call-notice></slot>
    <div class="tools">
      <div class="toolbar">
        <slot name="toolbar"><ticket-toolbar></ticket-toolbar></slot>
      </div>
      <div class="jobs" @desk-job-show=${onJob}>
        <slot name="jobs"><job-status></job-status></slot>
      </div>
      <div class="notice">
        <slot name="notice"><notice-bar></notice-bar></slot>
      </div>
    </div>
    <slot name="search"><ticket-search></ticket-search></slot>
  </div>`;
}

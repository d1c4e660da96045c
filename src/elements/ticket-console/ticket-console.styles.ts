import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { color, em, radius } from '../../tokens/tokens.js';
import { band } from './console-band.styles.js';
import { places } from './console-places.styles.js';
import { rail } from './console-rail.styles.js';

export const styles = [
  focusRing,
  buttons,
  visuallyHidden,
  css`
    :host {
      block-size: 100%;
    }

    .root {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100%;
      min-block-size: ${em(420)};
      container: console / inline-size;
    }

    /* Over the corner where nothing is written and nothing is sent. */
    .assignments {
      position: relative;
      z-index: 3;
      grid-area: 1 / 1;
      place-self: end start;
      max-inline-size: calc(100% - ${em(24)});
      margin: ${em(12)};
      pointer-events: none;
    }

    @container (max-inline-size: 38.45em) {
      .assignments {
        place-self: start end;
      }
    }

    .console {
      position: relative;
      grid-area: 1 / 1;
      min-block-size: 0;
      border: 1px solid ${color('line')};
      border-radius: ${radius};
      background: ${color('surface')};
      overflow: clip;
    }

    /* It takes the keyboard when something in it is pressed that has no use for it. */
    .console:focus {
      outline: none;
    }

    .region {
      min-inline-size: 0;
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    /* Their content never decides how high the console is. */
    .list,
    .history,
    .detail {
      contain: size;
    }

    .list {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      overflow: hidden;
    }

    /* Where the list stands alone there is nothing to fold it away for. */
    .narrow > .list > slot > ticket-list::part(fold),
    .single > .list > slot > ticket-list::part(fold) {
      display: none;
    }

    .history,
    .detail {
      display: grid;
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }

    .history {
      grid-template-rows: auto minmax(0, 1fr);
    }

    .messages,
    ::slotted([slot='history']) {
      grid-row: 2;
    }

    .menu {
      background: ${color('canvas')};
    }

    /* It lies over the band and takes no room, and a press goes through it. */
    .connection {
      position: absolute;
      z-index: 2;
      pointer-events: none;
    }

    .connection:not(.fine) {
      display: flex;
      align-items: center;
      gap: ${em(8, 12)};
      max-inline-size: calc(100% - ${em(16, 12)});
      margin: ${em(4, 12)} ${em(8, 12)};
      padding: ${em(4, 12)} ${em(10, 12)};
      border: 1px solid currentcolor;
      border-radius: ${radius};
      background: ${color('warn-tint')};
      color: ${color('warn')};
      font-size: ${em(12)};
    }

    .connection.signed-out {
      background: ${color('danger-tint')};
      color: ${color('danger')};
    }

    .connection > .icon {
      flex: none;
    }

    .connection > .long {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .choice {
      display: grid;
      place-content: center;
      padding: ${em(24)};
      text-align: center;
      color: ${color('muted')};
      background: ${color('canvas')};
    }

    .choice > p {
      max-inline-size: 32em;
      margin: 0;
      text-wrap: balance;
    }

    .ticket {
      display: grid;
      grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr);
      min-block-size: 0;
      min-inline-size: 0;
      background: ${color('surface')};
    }

    .ticket > .history,
    .ticket > .detail {
      grid-row: 3;
      grid-column: 1;
    }

    .info {
      max-block-size: ${em(280)};
      border-block-end: 1px solid ${color('line')};
    }

    .back {
      margin: ${em(4)} ${em(4)} 0;
    }

    :host(:dir(rtl)) .back > .icon {
      transform: scaleX(-1);
    }

    .tabs {
      display: flex;
      border-block-end: 1px solid ${color('line')};
    }

    .tab {
      appearance: none;
      min-block-size: ${em(36)};
      margin: 0 0 -1px;
      padding: 0 ${em(16)};
      border: 0;
      border-block-end: ${em(2)} solid transparent;
      background: none;
      color: ${color('muted')};
      font: inherit;
      font-weight: 500;
      letter-spacing: inherit;
      text-transform: none;
      cursor: pointer;
    }

    .tab:hover {
      color: ${color('text')};
    }

    .tab[aria-selected='true'] {
      border-block-end-color: ${color('accent')};
      color: ${color('text')};
    }

    .tab:focus-visible {
      outline-offset: ${em(-3)};
    }

    /* A hair to look at, wider to take hold of. */
    .splitter {
      display: none;
      position: relative;
      z-index: 1;
      /* Wide enough for a finger, as thin as a line to look at; it lies over what is least pressed on its sides. */
      inline-size: ${em(25)};
      margin-inline: calc(-1 * var(--before)) calc(var(--before) - ${em(24)});
      --before: ${em(12)};
      cursor: col-resize;
      touch-action: none;
    }

    .splitter::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: var(--before);
      inline-size: 1px;
      background: ${color('line')};
    }

    .splitter:hover::before,
    .splitter:focus-visible::before {
      inline-size: ${em(3)};
      margin-inline-start: ${em(-1)};
      background: ${color('accent')};
    }

    .splitter:focus-visible {
      outline-offset: ${em(-2)};
    }

    .menu-splitter {
      --before: ${em(16)};
    }

    .list-splitter {
      --before: ${em(6)};
    }

    .has-folded-list > .list-splitter {
      pointer-events: none;
      visibility: hidden;
    }

    @media (forced-colors: active) {
      .splitter::before {
        background: CanvasText;
      }

      .tab[aria-selected='true'] {
        border-block-end-color: Highlight;
      }
    }
  `,
  band,
  places,
  rail,
];

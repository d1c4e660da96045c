import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { menuItems, popups } from '../../base/popup.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  popups,
  menuItems,
  css`
    :host {
      container: ticket-toolbar / inline-size;
    }

    .bar {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${em(6)};
      padding: ${em(6)} ${em(12)};
    }

    .bar > .button {
      flex: none;
      white-space: nowrap;
    }

    .bar > .button[aria-expanded='true'] {
      border-color: ${color('accent')};
      background: ${color('selected')};
    }

    .count {
      min-inline-size: 1ch;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      color: ${color('accent')};
    }

    .more {
      padding-inline: ${em(6)};
    }

    .said {
      flex: 1 1 auto;
      min-inline-size: 0;
      color: ${color('muted')};
    }

    .popup:popover-open {
      display: grid;
      min-inline-size: ${em(160)};
    }

    .item.folded {
      display: none;
    }

    /* One row in every language and in wide letters, with some hundreds of tickets ticked. */
    @container ticket-toolbar (inline-size < 880px) {
      .bar > .info {
        display: none;
      }

      .item.info {
        display: flex;
      }
    }

    @container ticket-toolbar (inline-size < 700px) {
      .bar > .clear {
        display: none;
      }

      .item.clear {
        display: flex;
      }
    }

    @container ticket-toolbar (inline-size < 580px) {
      .bar {
        padding-inline: ${em(8)};
      }

      .create > span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        clip-path: inset(50%);
        overflow: hidden;
      }
    }

    @container ticket-toolbar (inline-size < 470px) {
      .bar > .search > span {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        clip-path: inset(50%);
        overflow: hidden;
      }
    }
  `,
];

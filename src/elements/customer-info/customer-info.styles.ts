import { css } from 'lit';
import { buttons, focusRing, skeleton, visuallyHidden } from '../../base/controls.styles.js';
import { foundTickets, infoItems } from '../../base/customer-info/customer-info.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  skeleton,
  visuallyHidden,
  infoItems,
  foundTickets,
  css`
    :host {
      display: block;
    }

    .root {
      container: panel / inline-size;
      position: relative;
      display: flex;
      flex-direction: column;
      block-size: 100%;
      background: ${color('surface')};
    }

    .head {
      display: flex;
      flex: none;
      align-items: center;
      justify-content: space-between;
      gap: ${em(8)};
      min-block-size: ${em(44)};
      padding: ${em(6)} ${em(12)};
      border-block-end: 1px solid ${color('line')};
    }

    .head > .button {
      flex: none;
    }

    .state {
      min-inline-size: 0;
      line-height: 1.35;
      overflow-wrap: anywhere;
    }

    .outcome .icon {
      flex: none;
    }

    .outcome.none,
    .outcome.copied {
      color: ${color('text')};
    }

    .outcome.bad {
      color: ${color('danger')};
    }

    .body {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      flex: 1;
      gap: ${em(16)};
      align-content: start;
      min-block-size: 0;
      padding: ${em(8)} ${em(12)} ${em(12)};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .body > .items {
      border-block-start: 0;
    }

    /* A heading belongs to what stands below it. */
    .body > .heading {
      margin-block-end: ${em(-8)};
    }

    .quiet:not(.button),
    .quiet-words {
      margin: 0;
      color: ${color('muted')};
    }

    .quiet-words > div {
      margin-block-start: ${em(8)};
    }

    .quiet > span {
      display: block;
    }

    .changed {
      margin: 0;
      padding: ${em(6)} ${em(8)};
      border-inline-start: 3px solid currentcolor;
      background: ${color('warn-tint')};
      color: ${color('warn')};
    }

    .item > .skeleton {
      inline-size: ${em(64)};
      block-size: ${em(10)};
    }

    .item > .skeleton + .skeleton {
      inline-size: 60%;
    }

    @container panel (max-inline-size: 20em) {
      .item {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
        padding-block: ${em(6)} ${em(2)};
      }

      /* As high without a button as with one. */
      .item > dd {
        min-block-size: ${em(28)};
      }

      .item > .skeleton {
        margin-block: ${em(4)};
      }
    }
  `,
];

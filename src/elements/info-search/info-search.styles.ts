import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { dialogs, fields } from '../../base/forms.styles.js';
import { foundTickets, infoItems } from '../../base/customer-info/customer-info.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';
import { answer } from './answer.styles.js';

export const styles = [
  focusRing,
  buttons,
  fields,
  dialogs,
  visuallyHidden,
  infoItems,
  foundTickets,
  answer,
  css`
    :host {
      display: contents;
    }

    /* A layer at the end of the page, so that the ticket stays in sight. */
    .layer {
      container: layer / inline-size;
      inline-size: min(${em(760)}, 100vi);
      block-size: 100vb;
      max-inline-size: 100vi;
      max-block-size: 100vb;
      margin-block: 0;
      margin-inline: auto 0;
      border-width: 0;
      border-inline-start-width: 1px;
      border-radius: 0;
    }

    .layer::backdrop {
      background: rgb(15 23 42 / 0.2);
    }

    .head {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: ${em(8)} ${em(12)} ${em(8)} ${em(16)};
      border-block-end: 1px solid ${color('line')};
      background: ${color('raised')};
    }

    .head > .dialog-title {
      padding: 0;
    }

    .parts {
      display: grid;
      gap: ${em(16)};
      align-content: start;
      padding: ${em(16)};
    }

    .parts > p,
    .parts > .notice {
      margin: 0;
    }

    .form {
      display: grid;
      gap: ${em(12)};
      align-items: start;
    }

    .form > .buttons,
    .form > .problem {
      grid-column: 1 / -1;
      margin: 0;
    }

    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(8)};
    }

    .putting > .buttons {
      justify-content: flex-end;
    }

    .select {
      position: relative;
      display: grid;
    }

    .select > .input {
      padding-inline-end: ${em(28)};
    }

    .select > .icon {
      position: absolute;
      inset-block: 0;
      inset-inline-end: ${em(8)};
      margin-block: auto;
      pointer-events: none;
    }

    .required {
      color: ${color('danger')};
    }

    .hint,
    .quiet:not(.button) {
      margin: 0;
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .said {
      position: sticky;
      inset-block-end: ${em(12)};
      inline-size: fit-content;
      margin: 0 auto;
      padding: ${em(6)} ${em(12)};
      border-radius: ${radiusChip};
      background: ${color('text')};
      color: ${color('surface')};
    }

    .said:empty {
      padding: 0;
    }

    @container layer (min-inline-size: 40em) {
      .form {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }

    @container layer (min-inline-size: 54em) {
      .beside {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: ${em(24)};
      }
    }
  `,
];

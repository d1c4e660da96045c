import { css } from 'lit';
import { buttons, focusRing } from '../../base/controls.styles.js';
import { checks, dialogs, fields } from '../../base/forms.styles.js';
import { color, em, radiusChip } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  buttons,
  dialogs,
  fields,
  checks,
  css`
    :host {
      display: contents;
    }

    .dialog {
      inline-size: min(${em(480)}, calc(100vi - ${em(24)}));
    }

    /* A legend stands outside of the grid of its group. */
    legend.label {
      margin-block-end: ${em(4, 12)};
    }

    .columns {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, ${em(124)}), 1fr));
      gap: 0 ${em(8)};
      max-block-size: ${em(220)};
      padding: ${em(6)} ${em(10)};
      border: 1px solid ${color('line')};
      border-radius: ${radiusChip};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .check {
      overflow-wrap: anywhere;
    }

    .reason::placeholder {
      color: ${color('muted')};
      opacity: 1;
    }

    .reason[readonly] {
      background: ${color('canvas')};
    }

    .hint {
      font-size: ${em(12)};
      color: ${color('muted')};
    }
  `,
];

import { css } from 'lit';
import { buttons, focusRing, visuallyHidden } from '../../base/controls.styles.js';
import { checks, dialogs, fields, selects } from '../../base/forms.styles.js';
import { color, em } from '../../tokens/tokens.js';

export const styles = [
  focusRing,
  visuallyHidden,
  buttons,
  dialogs,
  fields,
  selects,
  checks,
  css`
    :host {
      display: contents;
    }

    .about {
      display: grid;
      gap: ${em(2)};
    }

    .about > strong {
      font-weight: 600;
    }

    h3.label {
      margin: 0;
    }

    .history {
      max-block-size: ${em(140)};
      overflow: auto;
      overscroll-behavior: contain;
    }

    .history ul {
      display: grid;
      gap: ${em(6)};
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .history li {
      display: flex;
      flex-wrap: wrap;
      gap: ${em(2)} ${em(8)};
      overflow-wrap: anywhere;
    }

    .history span,
    .history .why {
      color: ${color('muted')};
      font-variant-numeric: tabular-nums;
    }

    .history .why {
      flex-basis: 100%;
    }

    .history strong {
      font-weight: 500;
    }

    .way-text,
    .about > span,
    .hint {
      font-size: ${em(12)};
      color: ${color('muted')};
    }

    .way-text {
      display: block;
    }

    legend.label {
      margin-block-end: ${em(4, 12)};
    }

    .input::placeholder {
      color: ${color('muted')};
      opacity: 1;
    }

    .input[readonly] {
      background: ${color('canvas')};
    }
  `,
];
